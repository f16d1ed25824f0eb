"""Tests of ``rashomon.publish.marks``: what is marked in the text of an article, and what the marks say."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from rashomon.publish.marks import LEGEND, marks, quantity_in_words
from rashomon.records import Article, Record, Time
from rashomon.records.findings import Stance
from tests.publish.tellings import (
    claim,
    doing,
    entity,
    event,
    moment,
    quantity,
    reading,
    telling,
    time_mention,
    words,
)

RecordOf = Callable[..., Record]
TEXT = "Anna Kessel said on Monday that 40 men had fallen from the weir."


@pytest.fixture
def article(article_of: Callable[..., Article]) -> Article:
    return article_of(TEXT)


@pytest.fixture
def full(article: Article, record_of: RecordOf) -> Record:
    """Return a record in which everything of one sentence is marked."""
    anna = entity(words(article, "Anna Kessel"), "Anna Maria Kessel")
    found = reading(
        article,
        times=(time_mention(words(article, "Monday"), moment(words(article, "Monday"), "2031-03-10")),),
        quantities=(quantity(words(article, "40"), 40, 40, counted=words(article, "men")),),
        events=(event(words(article, "fallen"), "fall"),),
    )
    told = claim(article, "Anna Kessel", "said", "that 40 men had fallen from the weir", of=anna)
    return telling(record_of(article), told, entities=(anna,), readings=(found,))


def test_everything_that_is_read_is_marked_with_what_it_was_read_as(article: Article, full: Record) -> None:
    assert [(mark.span.text, mark.kind, mark.note) for mark in marks(full)[article.id]] == [
        ("Anna Kessel", "who", "Anna Maria Kessel"),
        ("said", "cue", "assert"),
        ("Monday", "time", "date 2031-03-10"),
        ("that 40 men had fallen from the weir", "said", "Anna Maria Kessel says"),
        ("40", "number", "40 men"),
        ("fallen", "event", "fall: happened"),
    ]


def test_every_kind_of_mark_is_explained(article: Article, full: Record) -> None:
    assert {mark.kind for mark in marks(full)[article.id]} == set(LEGEND)


def test_the_longer_mark_comes_before_the_shorter_that_starts_with_it(article: Article, record_of: RecordOf) -> None:
    found = reading(
        article,
        quantities=(quantity(words(article, "40"), 40, 40), quantity(words(article, "40 men"), 40, 40)),
    )
    spans = [mark.span.text for mark in marks(telling(record_of(article), readings=(found,)))[article.id]]
    assert spans == ["40 men", "40"]


def test_marks_of_another_article_are_not_those_of_this_one(full: Record, article_of: Callable[..., Article]) -> None:
    other = article_of(TEXT, source="other.txt")
    both = msgspec.structs.replace(full, articles=(*full.articles, other))
    assert marks(both)[other.id] == []


@pytest.mark.parametrize(
    ("stance", "note"),
    [("deny", "Anna Kessel denies"), ("decline", "Anna Kessel does not say"), ("think", "Anna Kessel thinks")],
)
def test_what_is_said_tells_what_the_speaker_does(
    article: Article, record_of: RecordOf, stance: Stance, note: str
) -> None:
    told = doing(claim(article, "Anna Kessel", "said", "fallen"), stance)
    found = {mark.kind: mark.note for mark in marks(telling(record_of(article), told))[article.id]}
    assert (found["said"], found["cue"]) == (note, stance)


@pytest.mark.parametrize(("speaker", "kinds"), [("Anna Kessel", ["who", "cue", "said"]), (None, ["cue", "said"])])
def test_an_unknown_speaker_is_said_to_be_unknown(
    article: Article, record_of: RecordOf, speaker: str | None, kinds: list[str]
) -> None:
    record = telling(record_of(article), claim(article, speaker, "said", "fallen", kind="unknown"))
    found = marks(record)[article.id]
    assert [mark.kind for mark in found] == kinds
    assert [mark.note for mark in found if mark.kind == "who"] == ["not known who"] * (speaker is not None)


@pytest.mark.parametrize(
    ("timex", "earliest", "latest", "note"),
    [
        ("2031-03", date(2031, 3, 1), date(2031, 3, 31), "date 2031-03"),
        (None, date(2031, 3, 1), date(2031, 3, 9), "date, 2031-03-01 to 2031-03-09"),
        (None, None, date(2031, 3, 9), "date, not placed"),
        (None, None, None, "date, not placed"),
    ],
)
def test_a_time_is_told_by_its_value_or_its_days(
    article: Article, record_of: RecordOf, timex: str | None, earliest: date | None, latest: date | None, note: str
) -> None:
    span = words(article, "Monday")
    when = Time(timex=timex, earliest=earliest, latest=latest, evidence=(span,))
    record = telling(record_of(article), readings=(reading(article, times=(time_mention(span, when),)),))
    assert [mark.note for mark in marks(record)[article.id]] == [note]


@pytest.mark.parametrize(
    ("low", "high", "unit", "counted", "expected"),
    [
        (40, 40, None, "men", "40 men"),
        (41, None, None, "men", "41 to … men"),
        (None, 12, None, None, "… to 12"),
        (9000, 11000, None, None, "9,000 to 11,000"),
        (2.5, 2.5, "kilometer", None, "2.5 kilometer"),
        (-3, 0, "celsius", None, "-3 to 0 celsius"),
        (1e9, 1e9, "EUR", None, "1,000,000,000 EUR"),
        (None, None, None, "men", "40 men"),
    ],
)
def test_a_number_is_told_as_it_was_read(
    article: Article, low: float | None, high: float | None, unit: str | None, counted: str | None, expected: str
) -> None:
    found = quantity(words(article, "40"), low, high, unit=unit, counted=words(article, counted) if counted else None)
    assert quantity_in_words(found) == expected


def test_a_record_that_tells_nothing_marks_nothing(article: Article, record_of: RecordOf) -> None:
    assert marks(record_of(article))[article.id] == []


def test_overlapping_marks_all_stand(article: Article, record_of: RecordOf) -> None:
    told = claim(article, "Anna Kessel", "said on Monday", "on Monday that 40 men had fallen", kind="group")
    told = msgspec.structs.replace(told, stance="warn")
    found = [(mark.kind, mark.span.text) for mark in marks(telling(record_of(article), told))[article.id]]
    assert found == [
        ("who", "Anna Kessel"),
        ("cue", "said on Monday"),
        ("said", "on Monday that 40 men had fallen"),
    ]
