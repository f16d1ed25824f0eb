"""Tests of ``rashomon.annotate.claims``: claims as the record has them."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.records import About
from rashomon.records.ids import id_of
from tests.annotate.marked import Told, attributed

STORY = (
    "Anna Kessel and Peter Holm told reporters on Monday that the bridge was unsafe.",
    "“We will close it,” Kessel said. The ministry denied that it had known. According to Holm, three arches had sunk.",
)


@pytest.fixture(scope="module")
def story(told: Callable[..., Told]) -> Told:
    return told(*STORY)


def test_no_two_claims_have_one_id(story: Told) -> None:
    ids = [claim.id for claim in story.annotation.claims]
    assert len(ids) >= 4
    assert len(set(ids)) == len(ids)


def test_the_same_article_gives_the_same_claims(story: Told, told: Callable[..., Told]) -> None:
    assert told(*STORY).annotation.claims == story.annotation.claims


def test_ids_are_a_letter_and_twelve_digits(story: Told) -> None:
    for claim in story.annotation.claims:
        assert (claim.id[0], claim.statement[0], len(claim.id), len(claim.statement)) == ("c", "s", 13, 13)
        assert int(claim.id[1:], 16) >= 0


def test_the_first_claim_of_a_statement_has_the_id_of_its_cue(story: Told) -> None:
    first, second = story.claims("unsafe")
    assert (first.id, first.statement) == (id_of("claim", first.cue), id_of("statement", first.cue))
    assert second.speaker.span is not None
    assert second.id == id_of("claim", second.speaker.span)


def test_claims_stand_in_the_order_of_their_cues(story: Told) -> None:
    places = [claim.cue.start for claim in story.annotation.claims]
    assert places == sorted(places)


def test_every_claim_says_which_article_it_is_of(story: Told) -> None:
    assert {claim.article for claim in story.annotation.claims} == {story.article.id}


def test_every_speaker_that_is_an_entity_is_one_of_the_articles(story: Told) -> None:
    known = {entity.id for entity in story.annotation.entities}
    speakers = {claim.speaker.entity for claim in story.annotation.claims}
    assert speakers - {None} <= known
    assert speakers - {None}


def test_what_claims_are_about_is_left_to_linking(story: Told) -> None:
    assert {claim.about for claim in story.annotation.claims} == {About(events=(), figures=())}


def test_a_chain_ends_with_the_speaker(story: Told) -> None:
    for claim in story.annotation.claims:
        last = claim.chain[-1]
        assert (last.role, last.entity, last.span) == ("speaker", claim.speaker.entity, claim.speaker.span)


def test_narration_is_no_claim(told: Callable[..., Told]) -> None:
    found = told("The bridge collapsed on Monday. Two people were killed. The police closed the road to Ferrel.")
    assert found.annotation.claims == ()


@pytest.mark.parametrize("count", [2, 3])
def test_many_speakers_share_one_statement(
    by_hand: Callable[[Doc], Told], parse: Callable[..., Doc], count: int
) -> None:
    others = " ".join(f"and/CC/cc/{2 * n + 1} Holm{n}/NNP/conj/{2 * n - 1}" for n in range(1, count))
    verb = 2 * count
    doc = parse(
        f"Kessel/NNP/nsubj/{verb} {others} said/VBD/root/0/say it/PRP/nsubj/{verb + 2} fell/VBD/ccomp/{verb}/fall"
    )
    attributed(doc, (verb - 1, verb), (verb, verb + 2), (0, verb - 1))
    found = by_hand(doc).claims("fell")
    assert (len({claim.id for claim in found}), len({claim.statement for claim in found})) == (count, 1)
