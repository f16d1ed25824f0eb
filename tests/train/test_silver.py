"""Labels of a network: names of people are kept without the titles before them."""

import pytest

from rashomon.train.silver import _without_titles

Names = list[tuple[int, int, str]]


@pytest.mark.parametrize(
    ("words", "names", "expected"),
    [
        ("President Ivo Zhelnar left", [(0, 3, "person")], [(1, 3, "person")]),
        ("Prime Minister Zhelnar left", [(0, 3, "person")], [(2, 3, "person")]),
        ("MR. Zhelnar left", [(0, 2, "person")], [(1, 2, "person")]),
        ("The President left", [(1, 2, "person")], []),
        ("Ivo Zhelnar left", [(0, 2, "person")], [(0, 2, "person")]),
        ("Senator Industries closed", [(0, 2, "organization")], [(0, 2, "organization")]),
        ("Nobody left", [], []),
        (
            "Senator Holm met Mayor Kessel",
            [(0, 2, "person"), (3, 5, "person")],
            [(1, 2, "person"), (4, 5, "person")],
        ),
    ],
)
def test_titles_are_no_part_of_the_names_of_people(words: str, names: Names, expected: Names) -> None:
    assert list(_without_titles(names, words.split())) == expected
