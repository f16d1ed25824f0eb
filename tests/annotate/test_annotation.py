"""Tests of ``rashomon.annotate.annotation``: everything that one article tells, whatever stands in it."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from rashomon.annotate import annotate
from rashomon.records import Article, Span
from rashomon.records.annotation import Annotation
from tests.annotate.marked import Told

ArticleOf = Callable[..., Article]
SpansOf = Callable[[object], Iterator[Span]]

STORY = (
    "FERREL — Mayor Anna Kessel said on Monday that more than 40 people had been hurt when the bridge collapsed.",
    "“We will find out who did this,” she told reporters. “If the builders lied, they will pay nine million crowns.",
    "“Nobody will sleep,” she said, citing a letter from the builders.",
    "The Ferrel Bridge Company (FBC) denied that it had known. Germany will send engineers, Berlin said.",
)
ODD = (
    "“",
    "“”“”",
    "” said.",
    '"""',
    "“Yes,” “no,” “yes,” he said she said they said.",
    "said said said said",
    "According to according to.",
    "He, she, it, they, who.",
    "the the the",
    "Mr. Mrs. Dr. President Senator",
    "’s ’s ’s",
    "31 February of the year 0",
    "10" + "0" * 500 + " soldiers",
    "٣٤ soldiers and ² officers",
    "\u200b\u202e\ufeff",
    "a\x00b",
    "🙂 said 🙂",
    "Anna" * 60,
    "“ " * 40,
    "and " * 60 + "Anna Kessel said.",
    "\n\n\t\n \xa0",
)
WORDS = st.sampled_from(" ".join((*STORY, *ODD)).split(" "))
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=25).map(" ".join) | st.text(max_size=60), min_size=1, max_size=4
)


def untrue(article: Article, spans: Iterator[Span]) -> list[Span]:
    """Return the spans that are not what stands there in the article, or hold nothing."""
    return [
        span
        for span in spans
        if not span.text or article.text[span.start : span.end] != span.text or span.article != article.id
    ]


@settings(max_examples=40)
@given(PARAGRAPHS)
def test_every_span_slices_true_whatever_the_text(
    nlp: Language, article_of: ArticleOf, spans_of: SpansOf, body: list[str]
) -> None:
    article = article_of(*body, day="2031-03-13")
    assert untrue(article, spans_of(annotate(article, nlp))) == []


@settings(max_examples=20)
@given(PARAGRAPHS)
def test_no_id_stands_twice_whatever_the_text(nlp: Language, article_of: ArticleOf, body: list[str]) -> None:
    found = annotate(article_of(*body), nlp)
    ids = [*(claim.id for claim in found.claims), *(entity.id for entity in found.entities)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("day", [None, "2031-03-13"])
def test_odd_texts_are_read_like_any_other(
    nlp: Language, article_of: ArticleOf, spans_of: SpansOf, text: str, day: str | None
) -> None:
    article = article_of(STORY[0], text, STORY[1], day=day)
    assert untrue(article, spans_of(annotate(article, nlp))) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "“”", '""', "“We go.” “We stay.”", "."])
def test_hardly_a_text_tells_nothing(nlp: Language, article_of: ArticleOf, text: str) -> None:
    found = annotate(article_of(text), nlp)
    assert (found.claims, found.reading.quantities, found.entities) == ((), (), ())


def test_an_article_without_a_paragraph_tells_nothing(nlp: Language, article_of: ArticleOf) -> None:
    article = msgspec.structs.replace(article_of(""), text="", paragraphs=(), body=())
    found = annotate(article, nlp)
    assert (found.claims, found.entities, found.reading.times, found.reading.events) == ((), (), (), ())


def test_an_article_of_furniture_tells_nothing(nlp: Language, article_of: ArticleOf) -> None:
    article = msgspec.structs.replace(article_of(*STORY, kind="navigation"), body=())
    found = annotate(article, nlp)
    assert (found.claims, found.entities, found.reading.times, found.reading.events) == ((), (), (), ())


@pytest.fixture(scope="module")
def story(told: Callable[..., Told]) -> Told:
    return told(*STORY)


def test_the_same_article_twice_gives_the_same(story: Told, nlp: Language) -> None:
    annotate(story.article, nlp)
    assert annotate(story.article, nlp) == story.annotation


def test_a_story_tells_something_of_everything(story: Told) -> None:
    reading = story.annotation.reading
    assert story.annotation.claims
    assert story.annotation.entities
    assert reading.times
    assert reading.quantities
    assert reading.events


def test_everything_is_told_in_text_order(story: Told) -> None:
    found = story.annotation
    starts = [
        [claim.cue.start for claim in found.claims],
        [entity.mentions[0].start for entity in found.entities],
        [time.expression.span.start for time in found.reading.times],
        [quantity.span.start for quantity in found.reading.quantities],
        [event.trigger.start for event in found.reading.events],
    ]
    assert starts == [sorted(one) for one in starts]


def test_the_time_of_an_event_is_one_of_the_article(story: Told) -> None:
    reading = story.annotation.reading
    numbers = [event.time for event in reading.events if event.time is not None]
    assert all(0 <= number < len(reading.times) for number in numbers)


def test_whatever_is_named_is_an_entity_of_the_article(story: Told) -> None:
    found = story.annotation
    named = [claim.speaker.entity for claim in found.claims]
    named += [link.entity for claim in found.claims for link in claim.chain]
    named += [actor.entity for event in found.reading.events for actor in event.actors]
    assert set(named) - {None} <= {entity.id for entity in found.entities}


def test_a_time_is_placed_by_the_day_of_the_article(story: Told) -> None:
    monday = next(one.time for one in story.annotation.reading.times if one.expression.span.text == "Monday")
    assert (monday.earliest, monday.latest) == (date(2031, 3, 10), date(2031, 3, 10))


def test_an_annotation_comes_back_from_json(story: Told) -> None:
    written = msgspec.json.encode(story.annotation)
    assert msgspec.json.decode(written, type=Annotation) == story.annotation


def test_a_text_with_other_furniture_tells_the_same(article_of: ArticleOf, nlp: Language, story: Told) -> None:
    article = article_of("Subscribe to our letter! Anna Kessel said so.", *STORY, day="2031-03-13")
    head, *others = article.paragraphs
    furniture = msgspec.structs.replace(head, kind="subscription")
    article = msgspec.structs.replace(article, paragraphs=(furniture, *others), body=article.body[1:])
    found = annotate(article, nlp)
    assert [claim.cue.text for claim in found.claims] == [claim.cue.text for claim in story.annotation.claims]
    assert [one.name for one in found.entities] == [one.name for one in story.annotation.entities]
