"""Tests of ``rashomon.languages.procedures``: definitions are read whole, and what is wrong is named with its line."""

from pathlib import Path

import pytest

from rashomon.errors import NoProcedure
from rashomon.languages.procedures import SHIPPED, definition_from, definition_of, shipped

SOUND = """id = "bylaw"
label = "Bylaw"
measures = ["bylaw"]

[[stage]]
id = "drafted"
label = "drafted"
actor = "the clerk"
done = [{ verbs = ["draft"] }]

[[stage]]
id = "adopted"
label = "adopted"
actor = "the council"
implies = ["drafted"]
done = [
    { verbs = ["adopt"], by = ["single"], of = ["measure"] },
]
"""


def message(text: str) -> str:
    """Return what is said of a definition that is wrong."""
    with pytest.raises(NoProcedure) as raised:
        definition_of(text, "mine.toml")
    return str(raised.value)


def test_the_definitions_of_the_package_are_sound() -> None:
    assert [definition.id for definition in shipped()] == list(SHIPPED)


def test_a_treaty_goes_through_two_houses_or_one_chamber() -> None:
    treaty = next(one for one in shipped() if one.id == "treaty-ratification")
    assert [rule.id for rule in treaty.stage] == [
        "signed",
        "submitted",
        "committee",
        "lower_house",
        "upper_house",
        "chamber",
        "assent",
        "exchange",
        "in_force",
    ]
    assert treaty.rule("chamber").instead_of == ("lower_house", "upper_house")


def test_a_file_of_the_user_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bylaw.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert definition_from(path).rule("adopted").actor == "the council"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    with pytest.raises(NoProcedure, match=r"none\.toml: can't be read"):
        definition_from(path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bytes.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(NoProcedure, match=r"bytes\.toml: can't be read"):
        definition_from(path)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('label = "Bylaw"', "label = ", "line 2"),
        ('id = "bylaw"\n', "", "line 1: there is no `id`"),
        ('actor = "the council"', 'actors = "the council"', "line 14: unknown key `actors`"),
        (
            'actor = "the council"',
            'actor = "the council"\ncolour = "red"',
            "line 15: unknown key `colour`",
        ),
        ('label = "adopted"', "label = 3", "line 13: Expected `str`, got `int`"),
        ('measures = ["bylaw"]', "measures = []", "line 3: there is no noun"),
        ('implies = ["drafted"]', 'implies = ["read"]', "line 15: 'read' is no stage of the procedure"),
        ('implies = ["drafted"]', 'implies = ["adopted"]', "line 15: 'adopted' implies 'adopted'"),
        ('id = "adopted"', 'id = "drafted"', "line 12: the stage 'drafted' is there twice"),
        ('verbs = ["adopt"]', "verbs = []", "line 16: a mark of a stage has no verbs"),
        ('by = ["single"]', 'by = ["mayor"]', "line 17: Invalid enum value 'mayor'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(right: str, wrong: str, said: str) -> None:
    told = message(SOUND.replace(right, wrong))
    assert told.startswith("mine.toml: ")
    assert said in told


def test_stages_that_stand_in_place_of_one_another_are_refused() -> None:
    text = SOUND.replace('actor = "the clerk"', 'actor = "the clerk"\ninstead_of = ["adopted"]')
    text = text.replace('implies = ["drafted"]', 'instead_of = ["drafted"]')
    assert "stand in place of one another" in message(text)


def test_a_need_that_is_no_stage_is_refused() -> None:
    assert "line 4: 'read'" in message(SOUND.replace('["bylaw"]', '["bylaw"]\nneeds = ["read"]'))
