"""The title of a story."""

from collections.abc import Sequence

from rashomon.languages.prose import content_words
from rashomon.records import BODY_KINDS, Article, Title


def story_title(articles: Sequence[Article]) -> Title | None:
    """Return the headline that most of the other articles bear out, or None when no article has one.

    A headline counts, for each other article, the share of its content words that stand in that body; the first in
    record order wins among equals. Articles that are not annotated, or belong to another story, give no title.
    """
    known = [article for article in articles if article.annotated and article.related]
    bodies = {article.id: set(content_words(_body(article))) for article in known}
    best: tuple[float, Title] | None = None
    for article in known:
        if article.headline is None:
            continue
        content = set(content_words(article.headline.text))
        others = [body for other, body in bodies.items() if other != article.id]
        share = sum(len(content & body) for body in others) / max(1, len(content))
        if best is None or share > best[0]:
            best = (share, Title(text=article.headline.text, span=article.headline))
    return best[1] if best is not None else None


def _body(article: Article) -> str:
    return "\n".join(
        article.text[paragraph.start : paragraph.end]
        for paragraph in article.paragraphs
        if paragraph.kind in BODY_KINDS
    )
