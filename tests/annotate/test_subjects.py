"""Tests of ``rashomon.annotate.subjects``: what stands as the subject of a reporting verb and says nothing."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.subjects import is_mute
from tests.annotate.marked import Told

Parse = Callable[..., Doc]
CLAUSE = "{}/{}/nsubj/2 {}/VBD/root/0/{} that/IN/mark/5 it/PRP/nsubj/5 fell/VBD/ccomp/2/fall ././punct/2"


def mute(doc: Doc, *, happens: bool = False) -> bool:
    """Return whether the first word is the mute subject of the second, an event where it ``happens``."""
    return is_mute([doc[0]], doc[1], {0} if happens else set())


@pytest.mark.parametrize("verb", ["highlighted/highlight", "suggested/suggest", "required/require", "referred/refer"])
def test_a_thing_says_nothing(parse: Parse, verb: str) -> None:
    assert mute(parse(CLAUSE.format("job", "NN", *verb.split("/"))))


@pytest.mark.parametrize("noun", ["minister", "committee", "newspaper", "source", "campaigner", "resident"])
@pytest.mark.parametrize("verb", ["highlighted/highlight", "suggested/suggest", "required/require"])
def test_people_and_bodies_say_something(parse: Parse, noun: str, verb: str) -> None:
    assert not mute(parse(CLAUSE.format(noun, "NN", *verb.split("/"))))


def test_what_is_written_says_something(parse: Parse) -> None:
    assert not mute(parse(CLAUSE.format("report", "NN", "highlighted", "highlight")))


@pytest.mark.parametrize("verb", ["required/require", "referred/refer"])
def test_what_is_written_requires_and_refers_without_saying_so(parse: Parse, verb: str) -> None:
    assert mute(parse(CLAUSE.format("law", "NN", *verb.split("/"))))


def test_only_what_happens_shows_something_by_that(parse: Parse) -> None:
    doc = parse(CLAUSE.format("vote", "NN", "showed", "show"))
    assert mute(doc, happens=True)
    assert not mute(doc)


@pytest.mark.parametrize(("form", "tag"), [("activists", "NNS"), ("Kessel", "NNP"), ("it", "PRP"), ("locals", "NNS")])
def test_names_pronouns_and_nouns_for_several_may_be_anyone(parse: Parse, form: str, tag: str) -> None:
    assert not mute(parse(CLAUSE.format(form, tag, "highlighted", "highlight")))


def test_any_word_may_be_said_by_a_verb_of_saying(parse: Parse) -> None:
    assert not mute(parse(CLAUSE.format("job", "NN", "said", "say")))


def test_without_a_subject_or_a_word_nothing_is_mute(parse: Parse) -> None:
    doc = parse(CLAUSE.format("job", "NN", "required", "require"))
    assert not is_mute([], doc[1], set())
    assert not is_mute([doc[0]], None, set())


@pytest.mark.parametrize(
    "sentence",
    [
        "The event highlighted that the weirs of the valley were old.",
        "The move suggests that the council expects rain.",
        "The job required two years of training, and the law referred to a treaty of 1884.",
    ],
)
def test_what_a_thing_shows_is_no_claim(told: Callable[..., Told], sentence: str) -> None:
    assert told("The council of Ferrel met on Monday.", sentence).annotation.claims == ()
