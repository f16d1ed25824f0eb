"""The kinds of the paragraphs of an article."""

from collections.abc import Callable

import pytest

from rashomon.records import Article

Page = Callable[..., str]
Read = Callable[..., Article]
KindOf = Callable[[Article, str], str]
HEADLINE = "Velmara council approves plan for the old harbour"
APPEAL = "Your donation helps us keep our journalism free for all readers. Please support us today."


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def kinds(article: Article) -> list[str]:
    return [paragraph.kind for paragraph in article.paragraphs]


def test_prose_is_body(article: Read, prose: tuple[str, ...]) -> None:
    assert kinds(article(text(*prose))) == ["body"] * len(prose)


def test_head_of_a_news_page(article: Read, prose: tuple[str, ...]) -> None:
    standfirst = "The harbour will be rebuilt in three years, though four members of the council voted against the plan"
    found = article(text(HEADLINE, standfirst, "By Ann Bell", "Tuesday 14 May 2024 20:15 GMT", *prose))
    assert kinds(found)[:5] == ["headline", "standfirst", "byline", "header", "body"]


def test_headline_is_a_span(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(HEADLINE, *prose))
    assert found.headline is not None
    assert found.headline.text == HEADLINE


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Bell", "Ann Bell"),
        ("By Ann Bell and Tom Reed", "Ann Bell and Tom Reed"),
        ("By Ann Bell, Harbour Correspondent", "Ann Bell"),
        ("Written by Ann Bell", "Ann Bell"),
        ("Von Änne Böll", "Änne Böll"),
        ("By Ludo van der Meer", "Ludo van der Meer"),
        ("By Ann Bell in Velmara", "Ann Bell"),
        ("By ANN BELL", "ANN BELL"),
    ],
)
def test_byline(article: Read, prose: tuple[str, ...], line: str, names: str) -> None:
    found = article(text(HEADLINE, line, *prose))
    assert found.byline is not None
    assert found.byline.text == names


def test_bare_name_beside_a_date_is_a_byline(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(HEADLINE, "Ann Bell", "14 May 2024", *prose))
    assert found.byline is not None
    assert found.byline.text == "Ann Bell"


@pytest.mark.parametrize("line", ["Most Read", "World News", "The Harbour"])
def test_words_of_the_site_are_no_byline(article: Read, prose: tuple[str, ...], line: str) -> None:
    assert article(text(HEADLINE, line, "14 May 2024", *prose)).byline is None


def test_caption_within_the_body(article: Read, prose: tuple[str, ...], kind_of: KindOf) -> None:
    found = article(text(*prose[:3], "The harbour after the storm. (Ann Bell/AFP)", *prose[3:]))
    assert kind_of(found, "Ann Bell") == "caption"
    assert kinds(found).count("body") == len(prose)


def test_caption_by_its_element(article: Read, page: Page, kind_of: KindOf) -> None:
    content = page(above="<figure><img><figcaption>The old harbour from the tower</figcaption></figure>")
    assert kind_of(article(content, "story.html"), "from the tower") == "caption"


def test_appeal_within_the_body(article: Read, prose: tuple[str, ...], kind_of: KindOf) -> None:
    found = article(text(*prose[:3], APPEAL, *prose[3:]))
    assert kind_of(found, "donation") == "donation"
    assert len(found.body) == 2


def test_headline_of_another_article_within_the_body(article: Read, prose: tuple[str, ...], kind_of: KindOf) -> None:
    inserted = "Storm Of The Century Sinks Eleven Boats In Old Harbour"
    assert kind_of(article(text(*prose[:3], inserted, *prose[3:])), "Storm Of") == "related"


def test_many_lines_in_capitals_are_subheads(article: Read, prose: tuple[str, ...]) -> None:
    subheads = [f"How The Old Harbour Wall Came Down Part {part}" for part in ("One", "Two", "Three", "Four", "Five")]
    mixed = [line for pair in zip(prose, subheads, strict=False) for line in pair]
    assert "related" not in kinds(article(text(*mixed, *prose[5:])))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share on Facebook", "share"),
        ("JOIN US ON TELEGRAM", "share"),
        ("Follow our coverage on @fictional_times.", "share"),
        ("View All (4)", "gallery"),
        ("Advertisement", "notice"),
        ("Read more: How the storm came to the town of Velmara", "related"),
    ],
)
def test_line_within_the_body(article: Read, prose: tuple[str, ...], line: str, kind: str) -> None:
    found = article(text(*prose[:3], line, *prose[3:]))
    assert kinds(found) == ["body"] * 3 + [kind] + ["body"] * 3


def test_comment_form_below_the_body(article: Read, prose: tuple[str, ...]) -> None:
    lines = ("LEAVE A REPLY", "Please enter your comment!", "Please enter your name here")
    assert kinds(article(text(*prose, *lines)))[-3:] == ["comments"] * 3


def test_block_of_links_below_the_body(article: Read, prose: tuple[str, ...]) -> None:
    lines = ("Popular Articles", "A quiet day at the fish market", "Snow on the hills of Tamarel")
    assert kinds(article(text(*prose, *lines)))[-3:] == ["related"] * 3


def test_navigation_and_footer_of_a_page(article: Read, page: Page, kind_of: KindOf) -> None:
    found = article(
        page(above="<nav><a href='/'>Start here</a></nav>", below="<footer><p>Made in Velmara</p></footer>"),
        "story.html",
    )
    assert kind_of(found, "Start here") == "navigation"
    assert kind_of(found, "Made in") == "navigation"


def test_newsletter_box_of_a_page(article: Read, page: Page, kind_of: KindOf) -> None:
    content = page(below='<aside class="newsletter-box"><p>Every morning in your inbox</p></aside>')
    assert kind_of(article(content, "story.html"), "inbox") == "subscription"


@pytest.mark.parametrize(
    "sentence",
    [
        "“Support us, become a member, donate today,” the mayor shouted to her followers in front of the town hall.",
        "The party of the mayor sends newsletters to its members and prints a paper of its own.",
        "Orla Fenwick thanked the readers of the local newspaper, who gave money for the families of the fishermen.",
        "The fishermen said they would share the cost of the wall with the town, on Facebook and in the town hall.",
        "The council has posted its plan on its website and on Facebook, where 900 people wrote comments in a day.",
        "Comments by the mayor on the wall were met with silence in the town hall on Tuesday.",
        "“We will rebuild our harbour, and you will see that our children thank us for it,” the mayor said.",
        "The plan was published on 14 May 2024 and will be open for comment until the end of the summer.",
        "Photos of the broken wall, taken by a fisherman, were shown to the members before the vote.",
        "“It was night,” said Fenwick (right hand on her heart), “and we heard the wall go.”",
        "He refused to say more.",
        "Why did the wall break?",
    ],
)
def test_sentence_of_the_body_is_no_furniture(
    article: Read, prose: tuple[str, ...], kind_of: KindOf, sentence: str
) -> None:
    assert kind_of(article(text(*prose[:3], sentence, *prose[3:])), sentence) == "body"


@pytest.mark.parametrize(
    "sentence",
    [
        "Donations to the families of the fishermen reached nine million crowns on Monday.",
        "The party of the mayor sends newsletters to its members and asks them to subscribe to its paper.",
        "This report was first published by the council in the spring and has been read by few since.",
    ],
)
def test_news_of_donations_and_papers_is_body(
    article: Read, prose: tuple[str, ...], kind_of: KindOf, sentence: str
) -> None:
    assert kind_of(article(text(*prose[:3], sentence, *prose[3:])), sentence) == "body"


def test_comments_button_does_not_end_the_body(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(*prose[:3], "Comments", *prose[3:]))
    assert kinds(found) == ["body"] * 3 + ["comments"] + ["body"] * 3


@pytest.mark.parametrize("sentence", ["By Monday, Fenwick and Reed had left the town.", "“No.”"])
def test_short_last_sentence_is_body(article: Read, prose: tuple[str, ...], sentence: str) -> None:
    assert kinds(article(text(*prose, sentence)))[-1] == "body"


def test_op_ed_that_speaks_in_we_is_body(article: Read) -> None:
    paragraphs = (
        "We in Velmara should ask ourselves what the harbour means to us, and what we owe to our children and theirs.",
        "Our support for the plan must not be blind, for you and I will pay for it with our taxes for thirty years.",
        "We have always been an independent town, and our members in the council know this as well as you do.",
        "If we want to become what we were, we must help those who lost their boats and give them our trust.",
        "You know as well as we do that the wall was weak, and that we looked away because it was cheaper for us.",
        "Let us support the fishermen, then, and let us tell the council that we will not wait for another storm.",
    )
    assert kinds(article(text(*paragraphs))) == ["body"] * len(paragraphs)


def test_quotation_with_a_source_in_brackets_is_body(article: Read, prose: tuple[str, ...], kind_of: KindOf) -> None:
    sentence = (
        "The council gave the work to the oldest company of the town, Fenwick and Sons (no relation of the speaker)."
    )
    assert kind_of(article(text(*prose[:3], sentence, *prose[3:])), "oldest company") == "body"


def test_subhead_is_body(article: Read, prose: tuple[str, ...], kind_of: KindOf) -> None:
    assert kind_of(article(text(*prose[:3], "‘Not a word’", *prose[3:])), "Not a word") == "body"


def test_boilerplate_and_body_share_out_the_paragraphs(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(HEADLINE, *prose[:3], APPEAL, *prose[3:], "Comments"))
    furniture = [(one.start, one.end, one.kind) for one in found.paragraphs if one.kind not in ("body", "standfirst")]
    assert [(one.start, one.end, one.kind) for one in found.boilerplate] == furniture
