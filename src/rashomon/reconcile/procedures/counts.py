"""How many of how many members have acted, as accounts count them: "29 of the alliance's 31 members"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.languages.procedures import Count, Definition
from rashomon.reconcile.differences.story import Story
from rashomon.records import Article, Span
from rashomon.records.annotation import Reading
from rashomon.text import Range, enclosing_sentence

BESIDE = 12
BEYOND = 40
"""Characters before and after a count that say whether those are counted who have acted or who are left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The last count that accounts give."""

    stage: str
    done: int | None
    all: int
    rule: str
    article: str
    sentence: Span


def counted(definition: Definition, story: Story) -> Counted | None:
    """Return the latest count of those who have acted among all who must; the last article's, of one the highest."""
    articles = {article.id: (number, article) for number, article in enumerate(story.articles)}
    found: list[tuple[date, int, int, Counted]] = []
    for count in definition.count:
        for reading in story.readings:
            number, article = articles[reading.article]
            day = article.published.latest or date.min
            found += [(day, one.done or -1, -number, one) for one in _of(count, reading, article)]
    whole = [one for one in found if one[3].done is not None] or found
    return max(whole, key=lambda one: one[:3])[3] if whole else None


def _of(count: Count, reading: Reading, article: Article) -> Iterator[Counted]:
    for quantity in reading.quantities:
        number = quantity.value.number
        if quantity.kind != "count" or quantity.counted is None or quantity.counted.head not in count.members:
            continue
        sentence = _sentence(article, quantity.span)
        said = sentence.text.lower()
        if number is None or quantity.value.bound != "=" or not any(word in said for word in count.words):
            continue
        whole = None if quantity.part_of is None else reading.quantities[quantity.part_of].value.number
        before = article.text[max(0, quantity.span.start - BESIDE) : quantity.span.start].lower()
        if whole is not None:
            end = reading.quantities[quantity.part_of or 0].span.end
            after = article.text[end : end + BEYOND].lower()
            is_left = any(word in before for word in count.left) or any(word in after for word in count.left)
            done = int(whole - number if is_left else number)
            rule = count.rule.format(done=done, all=int(whole))
            yield Counted(
                stage=count.stage, done=done, all=int(whole), rule=rule, article=article.id, sentence=sentence
            )
        elif before.endswith("all "):
            rule = count.rule_all.format(all=int(number))
            yield Counted(
                stage=count.stage, done=None, all=int(number), rule=rule, article=article.id, sentence=sentence
            )


def _sentence(article: Article, inside: Span) -> Span:
    paragraph = next(one for one in article.paragraphs if one.start <= inside.start < one.end)
    found = enclosing_sentence(article.text, Range(paragraph.start, paragraph.end), Range(inside.start, inside.end))
    return article.span(found.start, found.end)
