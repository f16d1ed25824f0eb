"""Tests of reading time expressions: shapes over marks made by hand, and whole texts through the model."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Marked

from rashomon.annotate.times import times
from rashomon.model import load
from rashomon.records import Span
from rashomon.records.times import Calendar, Pick, TimeExpression
from rashomon.values.intervals import ALWAYS, Interval, When
from rashomon.values.timex import resolve_all

THURSDAY = date(2024, 11, 7)
BLANK = spacy.blank("en")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def span_of(text: str) -> Callable[[int, int], Span]:
    return lambda start, end: Span(article="a", start=start, end=end, text=text[start:end])


def marked(text: str) -> tuple[str, Doc]:
    """Make a document of one sentence; what stands in brackets is marked as a date, as the model would."""
    plain = text.replace("[", "").replace("]", "")
    doc = BLANK(plain)
    for token in doc:
        token.is_sent_start = token.i == 0
    marks, at = [], 0
    for part in text.split("[")[1:]:
        words = part.split("]")[0]
        start = plain.index(words, at)
        at = start + len(words)
        marks.append(doc.char_span(start, at, label="DATE", alignment_mode="expand"))
    doc.spans["times"] = marks
    return plain, doc


def read(text: str) -> list[TimeExpression]:
    plain, doc = marked(text)
    return list(times(doc, span_of(plain)))


def values(found: list[TimeExpression], day: date = THURSDAY) -> list[tuple[str, str, str | None]]:
    whens = resolve_all(found, Interval(day, day))
    return [(one.span.text, one.type, when.value) for one, when in zip(found, whens, strict=True)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("[yesterday]", "DATE", "2024-11-06"),
        ("[late yesterday]", "DATE", "2024-11-06"),
        ("[tomorrow morning]", "TIME", "2024-11-08TMO"),
        ("[tonight]", "TIME", "2024-11-07TNI"),
        ("[last night]", "TIME", "2024-11-06TNI"),
        ("[this morning]", "TIME", "2024-11-07TMO"),
        ("[Thursday]", "DATE", "2024-11-07"),
        ("[last Thursday]", "DATE", "2024-10-31"),
        ("[next Thursday]", "DATE", "2024-11-14"),
        ("[this coming Sunday]", "DATE", "2024-11-10"),
        ("[Friday night]", "TIME", "2024-11-01TNI"),
        ("[9 a.m. Tuesday]", "TIME", "2024-11-05T09:00"),
        ("[noon Saturday]", "TIME", "2024-11-02T12:00"),
        ("[Wednesday of last week]", "DATE", "2024-10-30"),
        ("[the weekend]", "DATE", "2024-W45-WE"),
        ("[last week]", "DATE", "2024-W44"),
        ("[this month]", "DATE", "2024-11"),
        ("[next year]", "DATE", "2025"),
        ("[earlier this year]", "DATE", "2024"),
        ("[the current quarter]", "DATE", "2024-Q4"),
        ("[the latest quarter]", "DATE", "2024-Q3"),
        ("[the third quarter]", "DATE", "2024-Q3"),
        ("[third-quarter]", "DATE", "2024-Q3"),
        ("[last year's third quarter]", "DATE", "2023-Q3"),
        ("[the third quarter of 1984]", "DATE", "1984-Q3"),
        ("[the first half of last year]", "DATE", "2023-H1"),
        ("[June]", "DATE", "2024-06"),
        ("[last June]", "DATE", "2024-06"),
        ("[next March]", "DATE", "2025-03"),
        ("[June last year]", "DATE", "2023-06"),
        ("[mid-June 2014]", "DATE", "2014-06"),
        ("[Oct. 24]", "DATE", "2024-10-24"),
        ("[24 Oct 2024]", "DATE", "2024-10-24"),
        ("[the 3rd of March 1918]", "DATE", "1918-03-03"),
        ("[Monday, Oct. 14, 2024]", "DATE", "2024-10-14"),
        ("[Oct. 5-7, 2014]", "DATE", "2014-10-05/2014-10-07"),
        ("[10/24/2024]", "DATE", "2024-10-24"),
        ("[24/10/2024]", "DATE", "2024-10-24"),
        ("[2024-10-24]", "DATE", "2024-10-24"),
        ("[10/11/2024]", "DATE", None),
        ("[the week of Sept. 16]", "DATE", "2024-W38"),
        ("[summer 1918]", "DATE", "1918-SU"),
        ("[the winter of 1994]", "DATE", "1994-WI"),
        ("[last fall]", "DATE", "2023-FA"),
        ("[last winter]", "DATE", "2023-WI"),
        ("[2014]", "DATE", "2014"),
        ("[2014-15]", "DATE", "2014/2015"),
        ("[fiscal 1989]", "DATE", "1989"),
        ("[nineteen ninety-seven]", "DATE", "1997"),
        ("[480 B.C.]", "DATE", "BC0480"),
        ("[the spring of 480 B.C.]", "DATE", "BC0480-SP"),
        ("[the 1990s]", "DATE", "199"),
        ("[the early '80s]", "DATE", "198"),
        ("[the 19th century]", "DATE", "18"),
        ("[Christmas 1963]", "DATE", "1963-12-25"),
        ("[Thanksgiving Day]", "DATE", "2024-11-28"),
        ("[Good Friday]", "DATE", "2025-04-18"),
        ("[year-end]", "DATE", "2024-12-31"),
        ("[five years ago]", "DATE", "2019"),
        ("[a month ago]", "DATE", "2024-10"),
        ("[two and a half years ago]", "DATE", "2022-05"),
        ("[ten days ago]", "DATE", "2024-10-28"),
        ("[several years ago]", "DATE", "PAST_REF"),
        ("[now]", "DATE", "PRESENT_REF"),
        ("[recently]", "DATE", "PAST_REF"),
        ("[the near future]", "DATE", "FUTURE_REF"),
        ("[the past]", "DATE", "PAST_REF"),
        ("[31 February]", "DATE", None),
        ("[February 29, 2023]", "DATE", None),
        ("[the year 0]", "DATE", None),
        ("[three months]", "DURATION", "P3M"),
        ("[a year and a half]", "DURATION", "P1.5Y"),
        ("[two and a half years]", "DURATION", "P2.5Y"),
        ("[5 1/2 hours]", "DURATION", "PT5H30M"),
        ("[half an hour]", "DURATION", "PT30M"),
        ("[a minute and a half]", "DURATION", "PT1M30S"),
        ("[twenty-four hours]", "DURATION", "PT24H"),
        ("[a hundred years]", "DURATION", "P100Y"),
        ("[two decades]", "DURATION", "P20Y"),
        ("[the past year]", "DURATION", "P1Y"),
        ("[the next three weeks]", "DURATION", "P3W"),
        ("[the first nine months]", "DURATION", "P9M"),
        ("[a 10-year]", "DURATION", "P10Y"),
        ("[8-month-old]", "DURATION", "P8M"),
        ("[recent days]", "DURATION", "PXD"),
        ("[the coming weeks]", "DURATION", "PXW"),
        ("[12 to 18 months]", "DURATION", "PXM"),
        ("[decades]", "DURATION", "PXDE"),
        ("[the coming days]", "DURATION", "PXD"),
        ("[the years]", "DURATION", "PXY"),
        ("[every day]", "SET", "P1D"),
        ("[every two weeks]", "SET", "P2W"),
        ("[each Thursday]", "SET", "XXXX-WXX-4"),
        ("[Tuesday nights]", "SET", "XXXX-WXX-2TNI"),
        ("[daily]", "SET", "P1D"),
        ("[twice a week]", "SET", "P1W"),
    ],
)
def test_an_expression_has_its_type_and_value(text: str, kind: str, value: str | None) -> None:
    words = text.strip("[]")
    assert values(read(f"Of {text} they spoke.")) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("[early 1990]", "START"),
        ("[the end of March 1917]", "END"),
        ("[mid-June 2014]", "MID"),
        ("[around Nov. 1]", "APPROX"),
        ("[more than two years]", "MORE_THAN"),
        ("[nearly forty years]", "APPROX"),
        ("[up to 180 days]", "EQUAL_OR_LESS"),
        ("[more than a year ago]", "BEFORE"),
        ("[earlier this month]", "START"),
        ("[June]", None),
    ],
)
def test_a_modifier_is_told_apart(text: str, mod: str | None) -> None:
    assert [one.mod for one in read(f"Of {text} they spoke.")] == [mod]


def test_how_often_is_kept() -> None:
    found = read("They met [every day] and [twice a week].")
    assert [(one.quant, one.freq) for one in found] == [("EVERY", None), (None, "2X")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since [2014]", "since"),
        ("before [May]", "before"),
        ("by [June 3]", "by"),
        ("until [Friday]", "until"),
        ("in [2014]", None),
    ],
)
def test_a_preposition_makes_a_bound_and_stays_outside(text: str, bound: str | None) -> None:
    found = read(f"They fought {text} there.")
    assert [one.bound for one in found] == [bound]
    assert not found[0].span.text.startswith(text[0])


@pytest.mark.parametrize(
    ("marked_text", "whole"),
    [
        ("two and [a half years] later", "two and a half years later"),
        ("[nineteen ninety]-one", "nineteen ninety-one"),
        ("[Oct]. 24, 2014", "Oct. 24, 2014"),
        ("[the] near future", "the near future"),
        ("at [6:20 p.m.,] they", "6:20 p.m."),
        ("[Friday's] vote", "Friday"),
    ],
)
def test_the_extent_of_a_mark_is_mended(marked_text: str, whole: str) -> None:
    assert [one.span.text for one in read(f"It was {marked_text} spoke.")] == [whole]


@pytest.mark.parametrize("text", ["[the] river", "[this] boat", "[Not] so", "[some]", "Carlson [Tonight]"])
def test_a_mark_on_no_word_of_time_is_dropped(text: str) -> None:
    assert [one for one in read(f"They saw {text} there.") if one.meaning is not None] == []


def test_what_the_model_misses_is_found_where_it_is_sure() -> None:
    found = read("They had met on Oct. 24, 2014, and five years ago, but recently not, he said yesterday.")
    assert [one.span.text for one in found] == ["Oct. 24, 2014", "five years ago", "recently", "yesterday"]


def test_names_are_no_times() -> None:
    assert read("Jan Verrin of the Sun may march on, second to none; 2000 men marched.") == []


def test_a_time_without_words_for_it_keeps_its_mark_and_has_no_value() -> None:
    found = read("They met on [the eighth day] of it.")
    assert [(one.span.text, one.type, one.meaning) for one in found] == [("the eighth day", "DATE", None)]


def test_days_later_are_counted_from_what_was_told() -> None:
    found = read(
        "It began on [Oct. 3, 2014]. [Two days later] it stopped, and [the next day] it rained; [that year] ended."
    )
    assert [value for _, _, value in values(found)] == ["2014-10-03", "2014-10-05", "2014-10-06", "2014"]
    assert [one.on for one in found] == [None, 0, 1, 2]


def test_a_day_told_from_nothing_hangs_on_an_event() -> None:
    found = read("They came back [two days later] and slept.")
    assert [(one.anchor, one.on) for one in found] == [("event", None)]
    assert resolve_all(found, Interval(THURSDAY, THURSDAY)) == (When(None, ALWAYS),)


def test_days_before_something_are_a_length() -> None:
    assert values(read("It came [ten days before] the vote.")) == [("ten days", "DURATION", "P10D")]


@pytest.mark.parametrize("text", ["[the last week] of March", "[the day] when it broke", "[the third year] of it"])
def test_what_is_counted_from_something_else_is_not_counted_from_today(text: str) -> None:
    assert [one.meaning for one in read(f"It began in {text}.") if one.span.text.startswith("the")] == [None]


def test_a_named_day_is_that_of_its_year() -> None:
    assert values(read("He wrote of the [Sept. 11] attacks."))[0][2] == "2001-09-11"
    assert values(read("He wrote it on [Sept. 11] there."))[0][2] == "2024-09-11"


def test_a_day_said_again_as_a_date_is_that_date() -> None:
    found = read("He left on [Oct. 3, 2014]. They met [the next day], [Oct. 9], and spoke.")
    assert [one.on for one in found][1] == 2


def test_the_hour_is_of_the_day_that_was_told() -> None:
    found = read("They met on [Oct. 3, 2014]. At [9 a.m.] he spoke.")
    assert values(found)[1] == ("9 a.m.", "TIME", "2014-10-03T09:00")
    assert values(read("At [9 a.m.] he spoke.")) == [("9 a.m.", "TIME", "2024-11-07T09:00")]


def test_the_hour_is_not_of_the_day_on_which_it_was_told(nlp: Language) -> None:
    text = (
        "Nineteen guards were killed in fighting on Sunday, the ministry said on Monday. It had begun at 4 a.m. there."
    )
    found = times(nlp(text), span_of(text))
    assert [one.on for one in found if one.type == "TIME"] == [0]


def test_a_zone_is_kept_as_it_is_written() -> None:
    meaning = read("They met at [5 p.m. EST, Nov. 6].")[0].meaning
    assert isinstance(meaning, Calendar)
    assert (meaning.clock, meaning.zone) == ("T17:00", "EST")


def test_a_month_in_the_passage_of_a_year_is_of_that_year() -> None:
    found = read("In [2014] the dam was built. In [June] it broke.")
    assert [value for _, _, value in values(found)] == ["2014", "2014-06"]
    apart = read("The [2014] dam broke in [June].")
    assert [value for _, _, value in values(apart)] == ["2014", "2024-06"]


def test_of_two_months_joined_the_first_has_the_year_of_the_second() -> None:
    found = read("It rained in [December] and [January 1998].")
    assert [value for _, _, value in values(found)] == ["1997-12", "1998-01"]


def test_a_narrative_carries_its_year() -> None:
    text = "War came on [1 May 1914].\n\nOn [3 June 1914] it spread. On [4 July 1914] it grew. On [5 May 1914] it was."
    found = read(f"{text}\n\nOn [10 September] it ended.")
    assert values(found)[-1] == ("10 September", "DATE", "1914-09-10")


def test_a_year_ago_of_a_quarter_is_a_quarter() -> None:
    found = read("Profit rose in [the third quarter]. It was less [a year earlier], and [a year ago].")
    assert [value for _, _, value in values(found)] == ["2024-Q3", "2023-Q3", "2023-Q3"]


def test_a_weekday_beside_a_date_is_kept_for_the_year() -> None:
    meaning = read("He sent it on [Monday, Oct. 14].")[0].meaning
    assert isinstance(meaning, Calendar)
    assert [step.weekday for step in meaning.steps if isinstance(step, Pick)] == [1]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The assembly voted on Wednesday.", "2024-11-06"),
        ("The assembly will vote on Wednesday.", "2024-11-13"),
        ("The assembly voted on Thursday.", "2024-11-07"),
        ("The assembly has voted on Friday.", "2024-11-01"),
        ("The assembly is going to vote on Friday.", "2024-11-08"),
        ("The vote is scheduled for Monday.", "2024-11-11"),
        ("They asked him to return on Monday.", "2024-11-11"),
        ("A protest is planned for Monday.", "2024-11-11"),
        ("She was the first to report it on Monday.", "2024-11-04"),
        ("The troops must be withdrawn before June.", "2025-06"),
        ("He declined to say on Monday whether he would stay.", "2024-11-04"),
        ("The dam was built in June.", "2024-06"),
        ("The dam will be built in June.", "2025-06"),
        ("The party is bracing for the June elections.", "2025-06"),
        ("The council is choosing a mayor on Monday.", "2024-11-11"),
    ],
)
def test_the_tense_says_which_way(nlp: Language, sentence: str, value: str) -> None:
    found = times(nlp(sentence), span_of(sentence))
    assert [value for _, _, value in values(list(found))] == [value]


def test_spans_are_in_order_apart_and_true(nlp: Language) -> None:
    text = (
        "On Monday, Oct. 14, they met.\n\nTwo days later he said it opens next week, as it had every year since 2014."
    )
    found = times(nlp(text), span_of(text))
    assert all(text[one.span.start : one.span.end] == one.span.text for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert len(found) >= 4


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "9" * 50_000 + " years ago", "25:61 p.m., 99 p.m., 13 a.m.", "③ May ²⁰¹⁴"]
)
def test_odd_texts_are_read(text: str) -> None:
    doc = BLANK(text)
    doc.spans["times"] = [Marked(doc, place, place + 1, label="TIME") for place in range(len(doc))]
    found = times(doc, span_of(text))
    resolve_all(found, Interval(date.min, date.max))


WORDS = (
    "two half a and the of last next may March 31 February 0 99999 2014 year years ago later Monday 9:30 a.m. - , 's"
)
PIECES = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=3), max_size=12).map(" ".join)


@given(PIECES, st.dates())
def test_no_text_makes_it_raise(text: str, day: date) -> None:
    doc = BLANK(text)
    doc.spans["times"] = [Marked(doc, place, place + 1, label="DATE") for place in range(0, len(doc), 2)]
    found = times(doc, span_of(text))
    for published in (Interval(day, day), Interval(None, day), ALWAYS):
        for when in resolve_all(found, published):
            first, last = when.days.earliest, when.days.latest
            assert first is None or last is None or first <= last
