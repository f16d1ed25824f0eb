"""Tests of ``rashomon.reconcile.differences.ranking``: the order, and the agreement of accounts."""

from collections.abc import Callable
from dataclasses import replace

from rashomon.reconcile.differences import differences
from rashomon.reconcile.differences.found import Found, side
from rashomon.reconcile.differences.ranking import ORDER, agreed, ranked
from rashomon.records import Article
from rashomon.records.findings import Relation
from tests.reconcile.differences.conftest import Tale

ArticleOf = Callable[..., Article]


def found(article_of: ArticleOf, kind: Relation, reports: int = 2, about: str = "e1") -> Found:
    """Return a difference of one kind."""
    span = article_of("It was.").span(0, 2)
    return Found(kind=kind, slot="when", about=about, sides=(side("It", [span]),), note=f"{kind}.", reports=reports)


def test_the_most_serious_comes_first(article_of: ArticleOf) -> None:
    kinds: list[Relation] = ["wording", "finer", "update", "unclear", "status", "conflict"]
    result = ranked([found(article_of, kind) for kind in kinds], [], [])
    assert [(one.rank, one.kind) for one in result] == list(enumerate(reversed(kinds), 1))


def test_of_one_kind_that_of_more_reports_comes_first(article_of: ArticleOf) -> None:
    result = ranked([found(article_of, "finer", 2, "e1"), found(article_of, "finer", 3, "e2")], [], [])
    assert [one.about for one in result] == ["e2", "e1"]


def test_ids_differ_where_slot_or_thing_do(article_of: ArticleOf) -> None:
    result = ranked([found(article_of, "finer", about="e1"), found(article_of, "finer", about="e2")], [], [])
    assert len({one.id for one in result}) == 2
    assert all(one.id.startswith("d") for one in result)


def test_wording_is_last() -> None:
    assert ORDER[-1] == "wording"


def test_one_time_of_two_events_is_told_once(tale: Tale) -> None:
    quell = ("Quell", "Quell")
    for words, first, last in (("June", "2030-06-01", "2030-06-30"), ("June 19", "2030-06-19", "2030-06-19")):
        tale.account(f"Quell signed it {words}.", "signed", "sign", agent=quell, when=(words, first, last))
    story = tale.story()
    (once,) = differences(story)
    twice = replace(story, events=[*story.events] * 2)
    assert [one.note for one in differences(twice)] == [once.note]


def test_agreement_follows_from_support_and_disputes(tale: Tale, article_of: ArticleOf) -> None:
    quell = ("Quell", "Quell")
    tale.account("Quell signed it.", "signed", "sign", agent=quell)
    single = tale.story().events
    tale.account("Quell has signed it.", "signed", "sign", agent=quell)
    (event,) = tale.story().events
    disputed = ranked([found(article_of, "status", about=event.id)], [event], [])
    finer = ranked([found(article_of, "finer", about=event.id)], [event], [])
    assert [
        agreed(events, [], told)[0][0].agreement
        for events, told in ((single, ()), ([event], ()), ([event], finer), ([event], disputed))
    ] == ["single", "agree", "agree", "differ"]
