"""Tests of ``rashomon.publish.citing``: what accounts and speakers are called."""

import msgspec
import pytest

from rashomon.publish.citing import Names, support_in_words
from rashomon.records import StatedBy, Support
from rashomon.text import cut
from tests.publish.conftest import Weir
from tests.publish.tellings import claim, telling, words


def test_a_sentence_is_shown_without_the_dateline_before_it(weir: Weir) -> None:
    assert Names(weir.record).sentence(weir.broke.best) == "The old weir of Ferrel broke on Monday."


def test_a_sentence_that_only_holds_the_name_of_the_dateline_is_whole(weir: Weir) -> None:
    assert Names(weir.record).sentence(words(weir.gazette, "The old weir of Ferrel")) == "The old weir of Ferrel"


def test_a_speaker_is_called_by_the_fullest_name(weir: Weir) -> None:
    assert Names(weir.record).speaker(weir.claims[1].id) == "Ada Maria Brill"


@pytest.mark.parametrize("known", [None, "c000000000000"])
def test_who_makes_no_claim_is_no_speaker(weir: Weir, known: str | None) -> None:
    assert Names(weir.record).speaker(known) == ""


def test_an_unknown_speaker_has_no_name_and_is_not_the_outlet(weir: Weir) -> None:
    names, council = Names(weir.record), weir.claims[0]
    assert names.speaker(council.id) == ""
    assert names.origin(StatedBy(article=council.article, claim=council.id)) != names.origin(
        StatedBy(article=council.article, claim=None)
    )


def test_speakers_without_a_name_are_one_in_an_article_and_not_across(weir: Weir) -> None:
    mayors = [
        claim(weir.post, "Mayor Ada Brill", "said", "60", kind="unnamed"),
        claim(weir.post, "Mayor Ada Brill", "rejected", "Two", kind="unnamed"),
    ]
    elsewhere = msgspec.structs.replace(mayors[0], id="c0", article=weir.ledger.id)
    names = Names(telling(weir.record, *mayors, elsewhere))
    one, other, third = (names.origin(StatedBy(article=told.article, claim=told.id)) for told in (*mayors, elsewhere))
    assert one == other != third


def test_tellings_name_each_account_once(weir: Weir) -> None:
    spans = [words(weir.post, "weir"), words(weir.gazette, "weir"), words(weir.post, "broke"), words(weir.post, "weir")]
    found = Names(weir.record).tellings(spans)
    assert [(one.by, len(one.spans)) for one in found] == [("Ferrel Post", 2), ("Weir Gazette", 1)]


def test_long_lines_are_cut_at_a_word() -> None:
    assert cut("the weir of Ferrel", 10) == "the weir …"


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (Support(articles=3, outlets=3, independent=1, origins=1), "3 accounts · independent at most 1 · one origin"),
        (Support(articles=3, outlets=2, independent=2, origins=2), "3 accounts · independent at most 2 · 2 origins"),
        (Support(articles=1, outlets=1, independent=1, origins=1), ""),
    ],
)
def test_support_in_words(support: Support, expected: str) -> None:
    assert support_in_words(support) == expected
