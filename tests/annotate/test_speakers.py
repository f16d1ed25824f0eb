"""Tests of ``rashomon.annotate.speakers``: who speaks in an attribution, and of which kind that is."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.speakers import conjuncts, source_heads, subject_of
from tests.annotate.marked import Told, attributed, named

Parse = Callable[..., Doc]
Read = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Anna Kessel said the mill would close.", "close", "Anna Kessel"),
        ("“The mill will close,” said Anna Kessel, an engineer.", "close", "Anna Kessel"),
        ("Mayor Anna Kessel said the mill would close.", "close", "Anna Kessel"),
        ("The mayor of Ferrel, Anna Kessel, said the tunnel would be closed for a year.", "closed", "Anna Kessel"),
        ("“We are tired,” said Peter Holm, who owns the mill.", "tired", "Peter Holm"),
        ("Anna Kessel, who owns the mill, said it would close.", "close", "Anna Kessel"),
        ("Kremlin spokesman Ivan Dorokhov said the talks would go on.", "go on", "Ivan Dorokhov"),
        ("President Ivo Zhelnar visited the dam. Mr Zhelnar said it was safe.", "safe", "Ivo Zhelnar"),
        ("John Tarrant, a senator, met farmers. The senator said the tax was unfair.", "tax", "John Tarrant"),
        ("“The mill will close,” Kessel said.\n\nAnna Kessel bought the mill in 1990.", "close", "Anna Kessel"),
        ("The National Water Agency said the river was clean.", "clean", "National Water Agency"),
        ("The United Nations said 40,000 people had fled.", "fled", "United Nations"),
    ],
)
def test_a_speaker_is_who_the_text_names(told: Read, text: str, words: str, name: str) -> None:
    assert told(*text.split("\n\n")).speaker(words) == name


def test_an_interrupted_quotation_has_one_speaker(told: Read) -> None:
    found = told("“The dam holds,” said Anna Kessel, an engineer. “It will hold,” she added, “for a hundred years.”")
    assert found.claim("hundred") == found.claim("It will hold")
    assert found.speaker("hundred") == "Anna Kessel"


def test_two_speakers_make_two_claims_of_one_statement(told: Read) -> None:
    found = told("Anna Kessel and Peter Holm said the bridge was unsafe.").claims("unsafe")
    assert len({claim.id for claim in found}) == len(found) == 2
    assert len({(claim.statement, claim.cue, claim.content) for claim in found}) == 1


def test_two_speakers_are_named_apart(told: Read) -> None:
    found = told("Anna Kessel and Peter Holm said the bridge was unsafe.")
    speakers = [claim.speaker for claim in found.claims("unsafe")]
    assert [found.named(speaker.entity) for speaker in speakers] == ["Anna Kessel", "Peter Holm"]
    assert [speaker.span.text for speaker in speakers if speaker.span] == ["Anna Kessel", "Peter Holm"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Kessel said the mill would close.", "person"),
        ("The National Water Agency said the river was clean.", "organization"),
        ("Officials said the fire had started in a kitchen.", "unnamed"),
        ("Two of the officials said the bridge had been closed.", "unnamed"),
        ("A man who lives near the river said that the water had risen.", "unnamed"),
        ("A spokeswoman for the railway said the trains would run again on Monday.", "unnamed"),
        ("Engineers said the repairs would take a year.", "group"),
        ("Farmers said that the river was poisoned.", "group"),
        ("The report said the plant had leaked oil for years.", "document"),
        ("A survey found that most farmers were poor.", "document"),
        ("Reuters reported that the mill had closed.", "media"),
        ("The mayor said the bridge was safe.", "unknown"),
    ],
)
def test_kinds_of_speakers(told: Read, text: str, kind: str) -> None:
    (claim,) = told(text).annotation.claims
    assert claim.speaker.kind == kind


@pytest.mark.parametrize("text", ["The mayor said the bridge was safe.", "Officials said the bridge was safe."])
def test_who_is_not_named_is_no_entity(told: Read, text: str) -> None:
    (claim,) = told(text).annotation.claims
    assert claim.speaker.entity is None
    assert claim.speaker.span is not None


def test_a_pronoun_of_nobody_is_unknown(told: Read) -> None:
    found = told("The bridge was closed after two workers fell from it on Monday.", "“It was dark,” he said.")
    assert (found.claim("dark").speaker.kind, found.speaker("dark")) == ("unknown", None)


BERLIN = (
    "Berlin/NNP/nsubj/2 said/VBD/root/0/say it/PRP/nsubj/4 fell/VBD/ccomp/2/fall ././punct/2",
    "Germany/NNP/nsubj/2 slept/VBD/root/0/sleep ././punct/2",
)


@pytest.mark.parametrize(("sentences", "name"), [(2, "Germany"), (1, "Berlin")])
def test_a_capital_that_speaks_is_its_state_where_that_is_named(
    by_hand: Callable[[Doc], Told], parse: Parse, sentences: int, name: str
) -> None:
    doc = parse(*BERLIN[:sentences])
    named(doc, *[(0, 1, "place"), (5, 6, "place")][:sentences])
    attributed(doc, (1, 2), (2, 4), (0, 1))
    found = by_hand(doc)
    assert (found.speaker("fell"), found.claim("fell").speaker.kind) == (name, "organization")


def test_a_group_of_states_is_a_group(told: Read) -> None:
    assert told("The West said on Monday that it would send ships.").claim("ships").speaker.kind == "group"


def test_without_a_marked_source_the_subject_speaks(parse: Parse) -> None:
    doc = parse("Anna/NNP/nsubj/2 said/VBD/root/0/say it/PRP/nsubj/4 fell/VBD/ccomp/2/fall")
    assert source_heads(attributed(doc, (1, 2), (2, 4))) == [doc[0]]


def test_two_of_the_officials_are_the_officials(parse: Parse) -> None:
    doc = parse(
        "Two/CD/nsubj/5 of/IN/case/4 the/DT/det/4 officials/NNS/nmod/1/official said/VBD/root/0/say it/PRP/nsubj/7 "
        "fell/VBD/ccomp/5/fall"
    )
    assert source_heads(attributed(doc, (4, 5), (5, 7), (0, 4))) == [doc[3]]


def test_a_source_inside_what_is_said_is_a_slip_where_the_cue_has_a_subject(parse: Parse) -> None:
    doc = parse("Anna/NNP/nsubj/2 said/VBD/root/0/say Peter/NNP/nsubj/4 fell/VBD/ccomp/2/fall")
    assert source_heads(attributed(doc, (1, 2), (2, 4), (2, 3))) == [doc[0]]


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Anna/NNP/nsubj/2 said/VBD/root/0/say", 1, 0),
        ("Anna/NNP/nsubj/2 rose/VBD/root/0/rise and/CC/cc/4 said/VBD/conj/2/say", 3, 0),
        ("Rising/VBG/advcl/3/rise Anna/NNP/nsubj/3 said/VBD/root/0/say", 0, 1),
        ("men/NNS/root/0/man who/WP/nsubj/3 said/VBD/acl:relcl/1/say", 2, 0),
        ("Anna/NNP/nsubj:pass/3 was/VBD/aux:pass/3/be told/VBN/root/0/tell", 2, None),
        ("Asked/VBN/advcl/3/ask Anna/NNP/nsubj/3 said/VBD/root/0/say", 0, None),
        ("there/EX/expl/2 said/VBD/root/0/say", 1, None),
        ("Say/VB/root/0 it/PRP/obj/1", 0, None),
    ],
)
def test_the_subject_of_a_verb_is_its_own_or_shared(
    parse: Parse, sentence: str, verb: int, subject: int | None
) -> None:
    doc = parse(sentence)
    found = subject_of(doc[verb])
    assert (None if found is None else found.i) == subject


def test_a_chain_of_verbs_without_end_has_no_subject(parse: Parse) -> None:
    doc = parse("go/VB/root/0 " + " ".join(f"go/VB/xcomp/{number}" for number in range(1, 40)))
    assert subject_of(doc[39]) is None


def test_what_is_joined_by_and_comes_in_text_order(parse: Parse) -> None:
    doc = named(
        parse("Anna/NNP/root/0 ,/,/punct/3 Peter/NNP/appos/1 and/CC/cc/5 Maria/NNP/conj/3"),
        *((place, place + 1, "person") for place in (0, 2, 4)),
    )
    assert [token.text for token in conjuncts(doc[0])] == ["Peter", "Maria"]


def test_an_apposition_is_not_joined(parse: Parse) -> None:
    doc = named(parse("Anna/NNP/root/0 ,/,/punct/3 Kessel/NNP/appos/1"), (0, 1, "person"), (2, 3, "person"))
    assert list(conjuncts(doc[0])) == []


def test_a_name_that_explains_a_noun_for_a_person_is_the_speaker(by_hand: Callable[[Doc], Told], parse: Parse) -> None:
    doc = named(
        parse(
            "A/DT/det/2 lawyer/NN/nsubj/8 for/IN/case/5 the/DT/det/5 family/NN/nmod/2 ,/,/punct/7 Kessel/NNP/appos/2 "
            "said/VBD/root/0/say it/PRP/nsubj/10 fell/VBD/ccomp/8/fall"
        ),
        (6, 7, "person"),
    )
    attributed(doc, (7, 8), (8, 10), (0, 7))
    assert by_hand(doc).speaker("fell") == "Kessel"


def test_the_owner_of_what_speaks_is_not_the_speaker(by_hand: Callable[[Doc], Told], parse: Parse) -> None:
    doc = named(
        parse(
            "Kessel/NNP/nmod:poss/3 ’s/POS/case/1 lawyer/NN/nsubj/4 said/VBD/root/0/say it/PRP/nsubj/6 "
            "fell/VBD/ccomp/4/fall"
        ),
        (0, 1, "person"),
    )
    attributed(doc, (3, 4), (4, 6), (0, 3))
    found = by_hand(doc)
    assert (found.speaker("fell"), found.claim("fell").speaker.kind) == (None, "unnamed")


def test_a_cue_without_anyone_is_of_an_unknown_speaker(by_hand: Callable[[Doc], Told], parse: Parse) -> None:
    doc = parse(
        "It/PRP/nsubj:pass/3 was/VBD/aux:pass/3/be said/VBN/root/0/say that/IN/mark/6 it/PRP/nsubj/6 fell/VBD/ccomp/3"
    )
    attributed(doc, (2, 3), (3, 6))
    speaker = by_hand(doc).claim("fell").speaker
    assert (speaker.entity, speaker.span, speaker.kind) == (None, None, "unknown")


def test_who_is_made_to_say_something_speaks(told: Callable[..., Told]) -> None:
    found = told("Anna Kessel is the mayor.", "The storm forced Anna Kessel to announce that the mill would close.")
    assert found.speaker("would close") == "Anna Kessel"
