"""Tests of ``rashomon.annotate.discourse``: who is meant by pronouns and nouns inside one article."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.discourse import Discourse, antecedent, noun_phrase
from rashomon.annotate.document import document
from rashomon.annotate.entities import clusters
from rashomon.annotate.names import names
from rashomon.records import Article
from tests.annotate.marked import Told, named

Parse = Callable[..., Doc]
Meant = Callable[..., str | None]


@pytest.fixture
def meant(article_of: Callable[..., Article]) -> Meant:
    """Return the name of who is meant at a token, the last of this form; ``said`` are the heads of those who speak."""

    def find(doc: Doc, form: str, said: tuple[int, ...] = ()) -> str | None:
        known = document(article_of(doc.text), doc)
        found = Discourse(known, clusters(names(known)), [(head, []) for head in said])
        referent = found.of.get(max(token.i for token in doc if token.text == form))
        if referent is None:
            return None
        return " ".join(referent.cluster.full().words) if referent.cluster is not None else f"a {referent.lemma}"

    return find


ANNA = "Anna/NNP/compound/2 Kessel/NNP/nsubj/3 left/VBD/root/0/leave ././punct/3"
PETER = "Peter/NNP/compound/2 Holm/NNP/nsubj/3 came/VBD/root/0/come ././punct/3"
MARIA = "Maria/NNP/compound/2 Orsk/NNP/nsubj/3 slept/VBD/root/0/sleep ././punct/3"
WENT = "{0}/{1}/nsubj/2/{2} went/VBD/root/0/go ././punct/2"
SHE, HE = WENT.format("She", "PRP", "she"), WENT.format("He", "PRP", "he")


def people(doc: Doc, *starts: int) -> Doc:
    """Mark names of people of two words."""
    return named(doc, *((start, start + 2, "person") for start in starts))


def test_a_pronoun_means_the_only_one_of_its_gender(parse: Parse, meant: Meant) -> None:
    assert meant(people(parse(ANNA, PETER, SHE), 0, 4), "She") == "Anna Kessel"
    assert meant(people(parse(ANNA, PETER, HE), 0, 4), "He") == "Peter Holm"


def test_a_pronoun_means_nobody_of_another_gender(parse: Parse, meant: Meant) -> None:
    assert meant(people(parse(ANNA, HE), 0), "He") is None


def test_a_pronoun_before_any_name_means_nobody(parse: Parse, meant: Meant) -> None:
    assert meant(people(parse(SHE, ANNA), 3), "She") is None


def test_a_pronoun_that_may_mean_two_in_the_same_way_means_nobody(parse: Parse, meant: Meant) -> None:
    saw = (
        "People/NNS/nsubj/2/person saw/VBD/root/0/see Anna/NNP/compound/4 Kessel/NNP/obj/2 and/CC/cc/7 "
        "Maria/NNP/compound/7 Orsk/NNP/conj/4 ././punct/2"
    )
    assert meant(people(parse(saw, SHE), 2, 5), "She") is None


def test_the_subject_goes_before_the_object(parse: Parse, meant: Meant) -> None:
    met = "Anna/NNP/compound/2 Kessel/NNP/nsubj/3 met/VBD/root/0/meet Maria/NNP/compound/5 Orsk/NNP/obj/3 ././punct/3"
    assert meant(people(parse(met, SHE), 0, 3), "She") == "Anna Kessel"


def test_who_spoke_last_goes_before_who_was_only_named(parse: Parse, meant: Meant) -> None:
    doc = people(parse(MARIA, ANNA, SHE), 0, 4)
    assert meant(doc, "She", said=(1,)) == "Maria Orsk"


def test_who_was_named_long_ago_is_not_meant(parse: Parse, meant: Meant) -> None:
    rain = "It/PRP/nsubj/2 rained/VBD/root/0/rain ././punct/2"
    assert meant(people(parse(ANNA, *[rain] * 3, SHE), 0), "She") == "Anna Kessel"
    assert meant(people(parse(ANNA, *[rain] * 20, SHE), 0), "She") is None


def test_a_pronoun_inside_a_quotation_is_left_alone(parse: Parse, meant: Meant) -> None:
    doc = parse(ANNA, "“/``/punct/3 She/PRP/nsubj/3 went/VBD/root/0/go ./''/punct/3 ”/''/punct/3")
    assert meant(people(doc, 0), "She") is None


def test_a_pronoun_tells_the_gender_of_whom_it_means(parse: Parse, meant: Meant) -> None:
    robin = "Robyn/NNP/compound/2 Dale/NNP/nsubj/3 left/VBD/root/0/leave ././punct/3"
    assert meant(people(parse(robin, SHE), 0), "She") == "Robyn Dale"
    assert meant(people(parse(robin, SHE, HE), 0), "He") is None


def test_who_means_the_noun_that_its_clause_hangs_on(parse: Parse, meant: Meant) -> None:
    doc = parse(
        "Anna/NNP/compound/2 Kessel/NNP/nsubj/5 who/WP/nsubj/4 slept/VBD/acl:relcl/2/sleep left/VBD/root/0/leave"
    )
    assert meant(people(doc, 0), "who") == "Anna Kessel"


SENATOR = "Senator/NN/compound/3 John/NNP/compound/3 Tarrant/NNP/nsubj/4 left/VBD/root/0/leave ././punct/4"
THE = "The/DT/det/2 {}/NN/nsubj/3 slept/VBD/root/0/sleep ././punct/3"


@pytest.mark.parametrize("noun", ["senator", "lawmaker"])
def test_a_definite_noun_means_who_was_called_so(parse: Parse, meant: Meant, noun: str) -> None:
    assert meant(people(parse(SENATOR, THE.format(noun)), 1), noun) == "John Tarrant"


@pytest.mark.parametrize("noun", ["mayor", "governor"])
def test_a_definite_noun_means_nobody_who_was_not_called_so(parse: Parse, meant: Meant, noun: str) -> None:
    assert meant(people(parse(SENATOR, THE.format(noun)), 1), noun) is None


def test_an_indefinite_noun_is_someone_new(parse: Parse, meant: Meant) -> None:
    doc = parse(SENATOR, THE.replace("The", "A").format("senator"))
    assert meant(people(doc, 1), "senator") == "a senator"


def test_a_definite_noun_means_who_was_brought_in_by_it(parse: Parse, meant: Meant) -> None:
    doc = parse(THE.replace("The", "A").format("woman"), THE.format("woman"))
    assert meant(doc, "woman") == "a woman"


def test_a_noun_for_men_means_no_woman(parse: Parse, meant: Meant) -> None:
    doc = parse(SENATOR.replace("John", "Maria"), THE.format("congressman"))
    assert meant(people(doc, 1), "congressman") is None


def test_two_who_were_called_so_in_one_sentence_are_not_told_apart(parse: Parse, meant: Meant) -> None:
    both = (
        "Senator/NN/compound/3 John/NNP/compound/3 Tarrant/NNP/nsubj/4 met/VBD/root/0/meet "
        "Senator/NN/compound/7 Anna/NNP/compound/7 Kessel/NNP/obj/4 ././punct/4"
    )
    assert meant(people(parse(both, THE.format("senator")), 1, 5), "senator") is None


@pytest.mark.parametrize(("noun", "expected"), [("agency", "National Water Agency"), ("ministry", None)])
def test_a_body_is_meant_by_a_word_of_its_name(parse: Parse, meant: Meant, noun: str, expected: str | None) -> None:
    body = "National/NNP/compound/3 Water/NNP/compound/3 Agency/NNP/nsubj/4 met/VBD/root/0/meet ././punct/4"
    assert meant(named(parse(body, THE.format(noun)), (0, 3, "organization")), noun) == expected


def test_a_noun_for_a_body_means_the_body_that_spoke_last(parse: Parse, meant: Meant) -> None:
    body = "Interfax/NNP/nsubj/2 spoke/VBD/root/0/speak ././punct/2"
    doc = named(parse(body, THE.format("agency")), (0, 1, "organization"))
    assert (meant(doc, "agency", said=(0,)), meant(doc, "agency")) == ("Interfax", None)


@pytest.mark.parametrize(
    ("sentence", "head", "words"),
    [
        ("the/DT/det/3 old/JJ/amod/3 weir/NN/root/0 of/IN/case/5 Ferrel/NNP/nmod/3", 3, "the old weir of Ferrel"),
        ("the/DT/det/2 mayor/NN/root/0 ,/,/punct/4 Kessel/NNP/appos/2", 2, "the mayor"),
        ("a/DT/det/2 man/NN/root/0 who/WP/nsubj/4 slept/VBD/acl:relcl/2", 2, "a man"),
        ("in/IN/case/2 town/NN/root/0", 2, "town"),
        ("and/CC/cc/2 Kessel/NNP/root/0", 2, "Kessel"),
    ],
)
def test_a_noun_phrase_has_what_stands_before_and_its_complements(
    parse: Parse, sentence: str, head: int, words: str
) -> None:
    doc = parse(sentence)
    start, end = noun_phrase(doc[head - 1])
    assert doc[start:end].text == words


def test_who_without_a_clause_stands_for_the_noun_before_it(parse: Parse) -> None:
    doc = parse("Anna/NNP/nsubj/5 ,/,/punct/5 who/WP/nsubj/4 slept/VBD/dep/5/sleep left/VBD/root/0/leave")
    assert antecedent(doc[2], doc[3]) == doc[0]


def test_who_at_the_head_of_a_text_stands_for_nobody(parse: Parse) -> None:
    doc = parse("Who/WP/nsubj/2 slept/VBD/root/0/sleep")
    assert antecedent(doc[0], doc[1]) == doc[0]


def test_it_means_the_body_that_spoke(told: Callable[..., Told]) -> None:
    found = told("The National Water Agency said the river was clean. It said it would test the wells in May.")
    assert found.speaker("wells") == "National Water Agency"


def test_the_resolution_runs_over_paragraphs(told: Callable[..., Told]) -> None:
    found = told(
        "“We are ready,” said Maria Orsk, the union’s leader.",
        "“But we need time,” she said.",
        "Peter Holm, a driver, was angry.",
        "“I lost my job,” he said.",
    )
    assert (found.speaker("time"), found.speaker("job")) == ("Maria Orsk", "Peter Holm")
