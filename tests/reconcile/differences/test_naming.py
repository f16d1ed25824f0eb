"""Tests of ``rashomon.reconcile.differences.naming``: words whose choice a reader notices."""

import msgspec

from rashomon.reconcile.differences import differences
from tests.publish.tellings import entity
from tests.reconcile.differences.conftest import Tale, known

QUELL = ("Quell", "Quell")


def notes(tale: Tale) -> list[str]:
    """Return the sentences on wording."""
    return [one.note for one in differences(tale.story()) if one.kind == "wording"]


def signed(tale: Tale, *things: str) -> Tale:
    """Tell a signing once for each word for what was signed."""
    for thing in things:
        tale.account(f"Quell signed {thing}.", "signed", "sign", agent=QUELL, patient=thing)
    return tale


def test_other_words_for_one_thing_are_wording(tale: Tale) -> None:
    signed(tale, "the treaty with Drevany", "a pact", "the treaty")
    assert notes(tale) == ["Named by other words: two accounts say “treaty”, one “pact”."]


def test_one_word_is_no_wording(tale: Tale) -> None:
    assert notes(signed(tale, "the treaty", "two treaties")) == []


def test_words_that_nobody_notices_are_none(tale: Tale) -> None:
    assert notes(signed(tale, "the defence paper", "the defense paper")) == []


def test_a_choice_that_all_make_is_none(tale: Tale) -> None:
    for _ in range(2):
        tale.account("Quell signed the treaty, a pact.", "signed", "sign", agent=QUELL, patient="the treaty")
        tale.again("a", "sign", clause="a pact", patient="a pact")
    assert notes(tale) == []


def test_quoted_words_are_the_speakers_choice(tale: Tale) -> None:
    signed(tale, "the treaty")
    content = "Quell signed the deal"
    tale.account(
        f"“{content},” said Korr.",
        "signed",
        "sign",
        clause=content,
        agent=QUELL,
        patient="the deal",
        said=("Korr", "said", content, "assert"),
    )
    tale.claims = [msgspec.structs.replace(one, direct=True) for one in tale.claims]
    assert notes(tale) == []


def test_what_one_country_does_to_another_is_one_thing(tale: Tale) -> None:
    tale.named(known("Drevany"))
    for number, noun in enumerate(("war", "offensive")):
        text = f"It tells of Drevany’s {noun} against Sorn."
        tale.account(text, noun, "fight", agent=("Drevany", "Drevany"), when=("It", "2030-01-01", "2030-12-31"))
        sorn = entity(tale.tellers[number].words("Sorn"), kind="place")
        mentions = [*(one.mentions for one in tale.entities if one.name == "Sorn"), sorn.mentions]
        tale.entities = [one for one in tale.entities if one.name != "Sorn"]
        tale.named(msgspec.structs.replace(sorn, id="Sorn", mentions=tuple(one for two in mentions for one in two)))
    assert notes(tale) == ["Named by other words: one account says “offensive”, one “war”."]
