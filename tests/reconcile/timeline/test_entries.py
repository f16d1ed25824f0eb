"""Tests of ``rashomon.reconcile.timeline.entries``: which events a reader needs."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from rashomon.records import Article
from tests.reconcile.conftest import Teller
from tests.reconcile.timeline.conftest import DAY, FIRST, events_of, on, ranks, someone

ArticleOf = Callable[..., Article]
NEXT = date(2031, 3, 14)


def resigned(teller: Teller, **known: object) -> Teller:
    """Tell that a minister resigned."""
    actors = someone(teller, "Minister Vesk")
    when = on(teller, "Friday", NEXT)
    return teller.event("Minister Vesk resigned on Friday", "resigned", "resign", when, **{"actors": actors} | known)


def test_what_several_tell_comes_first(first: Teller, second: Teller) -> None:
    resigned(first)
    events = events_of([first, second], [(0, 1)], [(0, 0), (1, 0)])
    assert ranks(events) == {"approve": 1, "resign": 2}


def test_events_stay_in_their_order(first: Teller, second: Teller) -> None:
    resigned(first)
    events = events_of([first, second], [(0, 1)], [(0, 0), (1, 0)])
    assert [event.kind for event in events] == ["approve", "resign"]


@pytest.mark.parametrize("status", ["possible", "denied"])
def test_what_did_not_happen_is_no_entry(first: Teller, status: str) -> None:
    resigned(first, status=status)
    assert ranks(events_of([first], [(0, 0)], [(0, 1)])).get("resign") is None


def test_a_state_is_no_entry(first: Teller) -> None:
    actors = someone(first, "The river")
    first.event("The river is wide and cold", "cold", "cool", status="ongoing", actors=actors)
    assert ranks(events_of([first], [(0, 0)], [(0, 1)])).get("cool") is None


@pytest.mark.parametrize(("day", "rank"), [(date(2031, 3, 20), 2), (date(2031, 3, 15), None), (NEXT, None)])
def test_a_plan_is_an_entry_while_it_is_to_come(first: Teller, day: date, rank: int | None) -> None:
    resigned(first, status="planned")
    first.times[-1] = msgspec.structs.replace(
        first.times[-1], time=msgspec.structs.replace(first.times[-1].time, earliest=day, latest=day)
    )
    assert ranks(events_of([first], [(0, 0)], [(0, 1)]))["resign"] == rank


def test_what_is_told_as_past_before_its_day_is_no_entry(first: Teller) -> None:
    clause = "The old mill at the ford burned down in March last year"
    first.event(clause, "burned", "burn", on(first, "March last year", date(2032, 3, 1), date(2032, 3, 31)))
    assert ranks(events_of([first], [(0, 0)], [(0, 1)]))["burn"] is None


def test_a_wide_date_weighs_less_than_a_day(first: Teller, second: Teller) -> None:
    day, month = on(first, "Thursday"), on(second, "Thursday", date(2031, 3, 1), date(2031, 3, 31))
    events = events_of(
        [
            Teller(first.article).event("Deputies approved the treaty on Thursday", "approved", "vote", day),
            Teller(second.article).event("On Thursday deputies approved the treaty", "approved", "pass", month),
        ],
        [(0, 0)],
        [(1, 0)],
    )
    assert ranks(events)["vote"] == 1


@pytest.mark.parametrize(("before", "rank"), [("", 1), ("It rained. " * 60, None)])
def test_what_one_tells_without_a_day_is_an_entry_only_as_the_first_thing(
    article_of: ArticleOf, before: str, rank: int | None
) -> None:
    teller = Teller(article_of(f"{before}The old mill at the ford burned down.", day="2031-03-15"))
    teller.event("The old mill at the ford burned down", "burned", "burn", actors=someone(teller, "The old mill"))
    assert ranks(events_of([teller], [(0, 0)]))["burn"] == rank


def test_background_comes_last_and_only_when_several_tell_it(first: Teller, second: Teller) -> None:
    for teller in (first, second):
        clause = "Kestravia fought Drevany" if teller is first else "Kestravia fought in 2019"
        time = on(teller, "2019", date(2019, 1, 1), date(2019, 12, 31))
        teller.event(clause, "fought", "fight", time, actors=someone(teller, "Kestravia"))
    together = events_of([first, second], [(0, 0), (1, 0)], [(0, 1), (1, 1)])
    assert ranks(together) == {"approve": 1, "fight": 2}
    assert ranks(events_of([first, second], [(0, 0), (1, 0)], [(0, 1)]))["fight"] is None


def test_two_events_of_one_sentence_and_day_are_one_entry(first: Teller) -> None:
    first.event("Deputies approved the treaty on Thursday", "the treaty", "conclude", on(first, "Thursday"))
    events = events_of([first], [(0, 0)], [(0, 1)])
    assert sorted(rank for rank in ranks(events).values() if rank) == [1]


def test_reports_of_one_day_in_the_same_words_are_one_entry(first: Teller, second: Teller) -> None:
    events = events_of([first, second], [(0, 0)], [(1, 0)])
    assert sum(event.rank is not None for event in events) == 1


def test_who_takes_part_tells_events_of_one_kind_and_day_apart(article_of: ArticleOf) -> None:
    text = "The lower house ratified the treaty on Thursday. An hour later the other chamber ratified it too."
    teller = Teller(article_of(text, day="2031-03-15"))
    clauses = ("The lower house ratified the treaty on Thursday", "An hour later the other chamber ratified it too")
    for clause, who in zip(clauses, ("The lower house", "the other chamber"), strict=True):
        actors = someone(teller, who)
        teller.event(clause, "ratified", "ratify", on(teller, "Thursday"), actors=actors)
    trigger = teller.article.text.rindex("ratified")
    teller.events[1] = msgspec.structs.replace(teller.events[1], trigger=teller.article.span(trigger, trigger + 8))
    events = events_of([teller], [(0, 0)], [(0, 1)])
    assert [event.rank is not None for event in events] == [True, True]


def test_what_the_press_does_and_quotations_are_no_entries(first: Teller, article_of: ArticleOf) -> None:
    quote = Teller(article_of("“We approved it on Thursday,” he said. It rained.", source="3.txt", day="2031-03-15"))
    quote.event("We approved it on Thursday", "approved", "approve", on(quote, "Thursday"))
    resigned(first)
    first.events[-1] = msgspec.structs.replace(first.events[-1], kind="interview")
    events = events_of([first, quote], [(0, 1)], [(1, 0)])
    assert [event.rank for event in events] == [None, None]


def test_a_print_changes_no_rank(first: Teller, second: Teller, article_of: ArticleOf) -> None:
    resigned(first)
    copy = Teller(msgspec.structs.replace(article_of(FIRST, source="4.txt", day=str(DAY)), copy_of=first.article.id))
    copy.events, copy.times = list(first.events), list(first.times)
    before = events_of([first, second], [(0, 0), (1, 0)], [(0, 1)])
    after = events_of([first, second, copy], [(0, 0), (1, 0), (2, 0)], [(0, 1), (2, 1)])
    assert ranks(after) == ranks(before)


def test_the_order_of_articles_changes_no_rank(first: Teller, second: Teller) -> None:
    resigned(first)
    one = events_of([first, second], [(0, 0), (1, 0)], [(0, 1)])
    other = events_of([second, first], [(1, 0), (0, 0)], [(1, 1)])
    assert ranks(one) == ranks(other)


def test_a_long_story_has_no_more_than_thirty_entries(article_of: ArticleOf) -> None:
    tellers = []
    for number in range(200):
        text = f"Minister Vesk{number} opened bridge{number} over stream{number} on Monday. It was warm."
        teller = Teller(article_of(text, source=f"{number}.txt", day="2031-12-31"))
        day = date.fromordinal(date(2031, 1, 1).toordinal() + number)
        clause = text.split(".", maxsplit=1)[0]
        tellers.append(
            teller.event(clause, "opened", "open", on(teller, "Monday", day), actors=someone(teller, "Minister"))
        )
    events = events_of(tellers, *([(number, 0)] for number in range(200)))
    assert sum(event.rank is not None for event in events) == 30


def demanded(article_of: ArticleOf, source: str, before: str = "", *, day: bool = True) -> Teller:
    """Tell that somebody demanded something, with a day or without."""
    when = "on Thursday " if day else ""
    clause = f"Vesk {when}demanded that the mill be closed"
    teller = Teller(article_of(f"{before}{clause}.", source=source, day="2031-03-15"))
    time = on(teller, "Thursday") if day else None
    return teller.event(clause, "demanded", "demand", time, actors=someone(teller, "Vesk"))


@pytest.mark.parametrize(
    ("before", "day", "rank"), [("", True, 1), ("", False, None), ("It rained all day. " * 20, True, None)]
)
def test_an_act_of_speech_that_one_tells_is_an_entry_with_a_day_as_the_first_thing(
    article_of: ArticleOf, before: str, day: bool, rank: int | None
) -> None:
    assert ranks(events_of([demanded(article_of, "1.txt", before, day=day)], [(0, 0)]))["demand"] == rank


def test_an_act_of_speech_that_several_tell_is_an_entry(article_of: ArticleOf) -> None:
    tellers = [demanded(article_of, name, "It rained all day. " * 20) for name in ("1.txt", "2.txt")]
    assert ranks(events_of(tellers, [(0, 0), (1, 0)]))["demand"] == 1
