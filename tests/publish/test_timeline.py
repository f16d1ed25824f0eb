"""Tests of ``rashomon.publish.timeline``: events as they are listed."""

import msgspec

from rashomon.publish.citing import Names
from rashomon.publish.timeline import Timeline, timeline
from rashomon.records import Event, Record
from tests.publish.conftest import Weir
from tests.publish.tellings import days, happening, words


def listed(record: Record, *events: Event) -> Timeline:
    """Return the timeline of a record, with other events if any are given."""
    record = msgspec.structs.replace(record, events=events) if events else record
    return timeline(record, Names(record))


def test_ranked_events_are_news_plans_or_background(weir: Weir) -> None:
    found = listed(weir.record)
    assert [one.event for one in found.news] == [weir.broke]
    assert [one.event for one in found.open_] == [weir.vote]
    assert [one.event for one in found.background] == [weir.built]


def test_events_without_a_rank_are_kept_apart(weir: Weir) -> None:
    rest = listed(weir.record).rest
    assert [one.event for one in rest.several] == [weir.told]
    assert len(rest) == 1


def test_an_event_is_told_by_its_best_sentence(weir: Weir) -> None:
    (broke,) = listed(weir.record).news
    assert broke.text == "The old weir of Ferrel broke on Monday."
    assert broke.best.span == weir.broke.best


def test_of_events_with_one_sentence_the_later_is_told_by_its_clause(weir: Weir) -> None:
    rejected = happening(
        weir.told.best, words(weir.post, "rejected"), label="The mayor rejected reports", rank=2, time=days(None, None)
    )
    told = msgspec.structs.replace(weir.told, rank=1, time=days("2031-03-01", "2031-03-01"))
    assert [one.text for one in listed(weir.record, rejected, told).news] == [
        weir.told.best.text,
        "The mayor rejected reports",
    ]


def test_a_sentence_too_long_for_a_list_gives_way_to_the_clause(weir: Weir) -> None:
    long = msgspec.structs.replace(weir.built, best=weir.gazette.span(0, 20), background=False)
    long = msgspec.structs.replace(long, best=msgspec.structs.replace(long.best, text="weir " * 80))
    (built,) = listed(weir.record, long).news
    assert built.text == "The weir was built"


def test_the_timeline_goes_by_time_whatever_the_ranks(weir: Weir) -> None:
    built = msgspec.structs.replace(weir.built, background=False)
    undated = msgspec.structs.replace(weir.told, rank=1)
    found = listed(weir.record, undated, weir.broke, built)
    assert [one.event.id for one in found.news] == [built.id, weir.broke.id, undated.id]


def test_what_is_only_claimed_names_who_claims_it(weir: Weir) -> None:
    sent = happening(
        words(weir.post, "Mayor Ada Brill said that 60 mill workers were sent home."),
        words(weir.post, "sent home"),
        label="60 mill workers were sent home",
        status="claimed",
        rank=1,
        claim=weir.claims[1],
    )
    (found,) = listed(weir.record, sent).news
    assert (found.is_, found.speaker) == ("claimed", "Ada Maria Brill")


def test_an_event_tells_what_differs_at_it_but_not_in_words(weir: Weir) -> None:
    (broke,) = listed(weir.record).news
    assert [(aside.id, aside.note) for aside in broke.asides] == [(weir.when.id, "March 10 is that Monday.")]


def test_without_ranks_nothing_is_on_the_timeline_and_nothing_is_lost(weir: Weir) -> None:
    events = [msgspec.structs.replace(event, rank=None) for event in weir.record.events]
    found = listed(weir.record, *events)
    assert not found.is_ranked
    assert [one.event for one in found.rest.several] == [events[1], events[3]]
    assert len(found.rest) == len(events)


def test_the_example_story_lists_every_event_once(tamarel: Record) -> None:
    found = listed(tamarel)
    entries = (*found.news, *found.open_, *found.background)
    rest = (*found.rest.several, *found.rest.open_, *found.rest.single)
    assert sorted(one.event.id for one in (*entries, *rest)) == sorted(event.id for event in tamarel.events)


def test_an_event_names_each_account_that_its_support_counts_once(tamarel: Record) -> None:
    found = listed(tamarel)
    for one in (*found.news, *found.rest.several):
        assert len(one.tellings) == one.event.support.articles


def test_who_foresaw_or_denied_an_event_stands_apart_from_who_tells_it(weir: Weir) -> None:
    first, second, third = weir.broke.accounts
    accounts = (
        msgspec.structs.replace(first, status="planned"),
        second,
        msgspec.structs.replace(third, status="denied"),
    )
    (one,) = listed(weir.record, msgspec.structs.replace(weir.broke, accounts=accounts)).news
    assert [telling.by for telling in one.tellings] == ["Ferrel Post"]
    assert [(how, [telling.by for telling in tellings]) for how, tellings in one.apart] == [
        ("as planned or possible in", ["Weir Gazette"]),
        ("denied in", ["Osk Ledger"]),
    ]
