"""Tests of ``rashomon.annotate.names``: names without titles and endings, and what the text says of people."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.document import document
from rashomon.annotate.names import Name, called_by, names
from rashomon.records import Article
from tests.annotate.marked import named

Parse = Callable[..., Doc]
Names = Callable[[Doc], list[Name]]


@pytest.fixture
def names_in(article_of: Callable[..., Article]) -> Names:
    """Return the names of a document that was marked by hand."""
    return lambda doc: names(document(article_of(doc.text), doc))


def texts(doc: Doc, extents: tuple[tuple[int, int], ...]) -> list[str]:
    """Return the words of extents."""
    return [doc[start:end].text for start, end in extents]


SENATOR = "Senator/NN/compound/3 John/NNP/compound/3 Tarrant/NNP/nsubj/4 left/VBD/root/0/leave"


@pytest.mark.parametrize("start", [0, 1])
def test_a_title_is_no_part_of_a_name(parse: Parse, names_in: Names, start: int) -> None:
    (found,) = names_in(named(parse(SENATOR), (start, 3, "person")))
    assert found.words == ("John", "Tarrant")


@pytest.mark.parametrize(
    ("sentence", "end", "words"),
    [
        ("The/DT/det/2 Treasury/NNP/nsubj/3 paid/VBD/root/0", 2, ("Treasury",)),
        ("Ferrel/NNP/nmod:poss/3 ’s/POS/case/1 mayor/NN/nsubj/4 left/VBD/root/0", 2, ("Ferrel",)),
        ("Tarrant/NNP/nsubj/4 ,/,/punct/3 Jr./NNP/flat/1 left/VBD/root/0", 3, ("Tarrant",)),
    ],
)
def test_article_possessive_and_ending_are_no_part_of_a_name(
    parse: Parse, names_in: Names, sentence: str, end: int, words: tuple[str, ...]
) -> None:
    kind = "organization" if words == ("Treasury",) else "person"
    (found,) = names_in(named(parse(sentence), (0, end, kind)))
    assert found.words == words


@pytest.mark.parametrize("form", ["—", "12", "’s", "..."])
def test_a_mark_without_a_letter_is_no_name(parse: Parse, names_in: Names, form: str) -> None:
    assert names_in(named(parse(f"{form}/NN/nsubj/2 left/VBD/root/0"), (0, 1, "person"))) == []


def test_a_title_by_itself_is_no_name(parse: Parse, names_in: Names) -> None:
    assert names_in(named(parse("President/NN/nsubj/2 left/VBD/root/0"), (0, 1, "person"))) == []


def test_the_parts_of_one_name_that_stand_side_by_side_are_one(parse: Parse, names_in: Names) -> None:
    doc = parse("John/NNP/compound/2 Tarrant/NNP/nsubj/3 left/VBD/root/0")
    (found,) = names_in(named(doc, (0, 1, "person"), (1, 2, "person")))
    assert found.words == ("John", "Tarrant")


def test_an_unmarked_family_name_is_a_name_where_the_person_is_named_in_full(parse: Parse, names_in: Names) -> None:
    doc = parse(
        "John/NNP/compound/2 Tarrant/NNP/nsubj/3 left/VBD/root/0/leave ././punct/3",
        "Tarrant/NNP/nsubj/2 came/VBD/root/0/come back/RB/advmod/2 ././punct/2",
    )
    assert [name.words for name in names_in(named(doc, (0, 2, "person")))] == [("John", "Tarrant"), ("Tarrant",)]


@pytest.mark.parametrize(
    ("word", "code", "by", "kind"),
    [
        ("Germany", "DE", "name", "place"),
        ("Berlin", "DE", "capital", "place"),
        ("German", "DE", "people", "group"),
        ("GERMANY", "DE", "name", "place"),
        ("US", "US", "name", "place"),
    ],
)
def test_a_state_is_known_by_name_capital_and_people(
    parse: Parse, names_in: Names, word: str, code: str, by: str, kind: str
) -> None:
    (found,) = names_in(named(parse(f"{word}/NNP/nsubj/2 left/VBD/root/0"), (0, 1, "organization")))
    assert found.state is not None
    assert (found.state.code, found.state.by, found.type) == (code, by, kind)


@pytest.mark.parametrize(
    ("sentence", "name", "gender"),
    [
        ("John/NNP/compound/2 Tarrant/NNP/nsubj/3 left/VBD/root/0", (0, 2), "he"),
        ("Maria/NNP/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0", (0, 2), "she"),
        ("Mrs./NNP/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0", (1, 2), "she"),
        ("Mr/NNP/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0", (0, 2), "he"),
        ("spokeswoman/NN/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0", (1, 2), "she"),
        ("Taylor/NNP/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0", (0, 2), None),
        ("John/NNP/nsubj/2 left/VBD/root/0", (0, 1), None),
    ],
)
def test_title_given_name_and_noun_tell_he_or_she(
    parse: Parse, names_in: Names, sentence: str, name: tuple[int, int], gender: str | None
) -> None:
    (found,) = names_in(named(parse(sentence), (*name, "person")))
    assert found.gender == gender


@pytest.mark.parametrize(
    ("sentence", "name", "roles", "called"),
    [
        (SENATOR, (1, 3), ["Senator"], frozenset({"senator"})),
        (
            "Opposition/NN/compound/2 leader/NN/compound/3 Orsk/NNP/nsubj/4 left/VBD/root/0",
            (2, 3),
            ["Opposition leader"],
            frozenset({"leader", "opposition leader"}),
        ),
        (
            "Orsk/NNP/nsubj/6 ,/,/punct/4 the/DT/det/4 mayor/NN/appos/1 ,/,/punct/4 left/VBD/root/0",
            (0, 1),
            ["mayor"],
            frozenset({"mayor"}),
        ),
        (
            "The/DT/det/2 mayor/NN/nsubj/6 ,/,/punct/4 Orsk/NNP/appos/2 ,/,/punct/4 left/VBD/root/0",
            (3, 4),
            ["mayor"],
            frozenset({"mayor"}),
        ),
        ("Orsk/NNP/nsubj/4 is/VBZ/cop/4/be a/DT/det/4 baker/NN/root/0", (0, 1), ["baker"], frozenset({"baker"})),
        ("Orsk/NNP/nsubj/2 left/VBD/root/0 Ferrel/NNP/obj/2", (0, 1), [], frozenset()),
    ],
)
def test_what_the_text_says_a_person_is(
    parse: Parse, names_in: Names, sentence: str, name: tuple[int, int], roles: list[str], called: frozenset[str]
) -> None:
    doc = parse(sentence)
    (found,) = names_in(named(doc, (*name, "person")))
    assert (texts(doc, found.roles), found.called) == (roles, called)


def test_mr_is_no_role(parse: Parse, names_in: Names) -> None:
    doc = parse("Mr/NNP/compound/2 Orsk/NNP/nsubj/3 left/VBD/root/0")
    (found,) = names_in(named(doc, (0, 2, "person")))
    assert texts(doc, found.roles) == []


def test_a_noun_calls_someone_by_itself_and_with_the_noun_before_it(parse: Parse) -> None:
    doc = parse("The/DT/det/3 prime/NN/compound/3 minister/NN/nsubj/4 left/VBD/root/0")
    assert (called_by(doc[2]), called_by(doc[1])) == (("prime minister", "minister"), ("prime",))
