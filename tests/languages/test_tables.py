"""Tests of ``rashomon.languages``: the hand-made tables are whole, and no name in them means two things."""

import re
import tomllib
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

import pytest
from babel import Locale

from rashomon.errors import BrokenInstallation
from rashomon.languages import tables
from rashomon.languages.calendar import LOCALES, at_zone, months, weekdays, zone, zone_names
from rashomon.languages.page_words import page_words
from rashomon.languages.prose import cue_patterns, cue_words, function_words
from rashomon.languages.publishers import agencies, of_host, outlets
from rashomon.languages.tables import table
from rashomon.records import ParagraphKind

KINDS = frozenset(get_args(ParagraphKind))
CALENDAR = pytest.mark.parametrize(("attribute", "known"), [("months", months), ("days", weekdays)])
SUMMER = datetime.fromisoformat("2031-07-01T12:00")


def tables_below(folder: Traversable, path: str = "") -> list[str]:
    """Return the paths of all tables below ``folder``."""
    found: list[str] = []
    for member in folder.iterdir():
        if member.is_dir():
            found += tables_below(member, f"{path}{member.name}/")
        elif member.name.endswith(".toml"):
            found.append(path + member.name)
    return sorted(found)


TABLES = tables_below(files("rashomon.languages"))
OUTLETS: list[dict[str, Any]] = table("world/outlets.toml")["outlet"]
AGENCIES: list[dict[str, Any]] = table("world/agencies.toml")["agency"]


def repeated(items: list[str]) -> list[str]:
    """Return what stands in ``items`` more than once."""
    return sorted(item for item, count in Counter(items).items() if count > 1)


def test_there_are_tables() -> None:
    assert {"furniture.toml", "world/outlets.toml", "world/agencies.toml", "world/zones.toml"} <= set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_parses_and_says_where_it_comes_from(name: str) -> None:
    written = tables.table_bytes(name).decode("utf-8")
    assert tomllib.loads(written) == table(name)
    assert written.startswith("# ")


def test_a_missing_table_is_a_broken_installation() -> None:
    with pytest.raises(BrokenInstallation, match=r"world/moon\.toml.*install the package again"):
        table("world/moon.toml")


def test_an_altered_table_is_a_broken_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "table_bytes", lambda _name: b"[[[")
    with pytest.raises(BrokenInstallation, match="world/altered"):
        table("world/altered.toml")


def test_the_words_of_pages_compile_and_name_kinds_of_paragraphs() -> None:
    words = page_words()
    named = {*words.whole, *words.short, *words.labels.values(), *words.asks}
    assert named <= KINDS


@pytest.mark.parametrize("section", ["words", "openers"])
def test_the_cues_of_paragraphs_compile(section: str) -> None:
    assert set(cue_patterns(section)) == set(table("english/paragraph_cues.toml")[section])


@pytest.mark.parametrize(
    "pattern", [pattern for kinds in table("furniture.toml")["whole"].values() for pattern in kinds]
)
def test_no_word_of_furniture_matches_an_empty_paragraph(pattern: str) -> None:
    assert re.fullmatch(pattern, "", re.IGNORECASE) is None


def test_no_cue_matches_nothing() -> None:
    patterns = [*cue_patterns("words").values(), *cue_patterns("openers").values(), *page_words().short.values()]
    assert [pattern.pattern for pattern in patterns if pattern.fullmatch("")] == []


def test_no_label_of_an_element_names_two_kinds() -> None:
    labels = [label for labels in table("furniture.toml")["labels"].values() for label in labels]
    assert repeated(labels) == []


def test_words_are_written_in_lower_case() -> None:
    written = function_words() | cue_words("address") | cue_words("saying")
    assert sorted(word for word in written if word != word.lower()) == []


def test_outlets_have_the_fields_of_the_table_and_no_others() -> None:
    assert [
        row
        for row in OUTLETS
        if not {"name", "domains", "aliases"} <= set(row) <= {"name", "domains", "aliases", "common"}
    ] == []


def test_agencies_have_the_fields_of_the_table_and_no_others() -> None:
    assert [row for row in AGENCIES if set(row) != {"name", "forms"}] == []


def test_no_form_names_two_outlets() -> None:
    assert repeated([form.casefold() for row in OUTLETS for form in {row["name"], *row["aliases"]}]) == []


def test_no_domain_leads_to_two_outlets() -> None:
    assert repeated([domain for row in OUTLETS for domain in row["domains"]]) == []


def test_no_form_names_two_agencies() -> None:
    forms = [form for row in AGENCIES for form in {form.casefold() for form in (row["name"], *row["forms"])}]
    assert repeated(forms) == []


def test_no_outlet_carries_the_name_of_an_agency() -> None:
    assert sorted(set(outlets().by_form) & set(agencies().by_form)) == []


def test_domains_are_bare_host_names_in_lower_case() -> None:
    host = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
    assert [domain for row in OUTLETS for domain in row["domains"] if not host.fullmatch(domain)] == []


def test_names_are_tidy() -> None:
    names = [
        name for row in (*OUTLETS, *AGENCIES) for name in (row["name"], *row.get("aliases", ()), *row.get("forms", ()))
    ]
    assert [name for name in names if not name or name != " ".join(name.split())] == []


def test_every_outlet_is_found_by_its_own_domains() -> None:
    wrong = [(domain, row["name"]) for row in OUTLETS for domain in row["domains"] if of_host(domain) != row["name"]]
    assert wrong == []


def test_a_host_below_a_domain_belongs_to_its_outlet() -> None:
    first = OUTLETS[0]
    assert of_host(f"edition.{first['domains'][0]}.") == first["name"]


@pytest.mark.parametrize("host", ["", "localhost", "com", "weir.example", "not-" + OUTLETS[0]["domains"][0]])
def test_another_host_belongs_to_no_outlet(host: str) -> None:
    assert of_host(host) is None


def test_every_form_that_is_no_ordinary_word_is_found_in_a_text() -> None:
    forms = [form for row in OUTLETS if not row.get("common") for form in (row["name"], *row["aliases"])]
    missed = [
        form for form in forms if (match := outlets().pattern.search(f"told {form}, they")) is None or match[0] != form
    ]
    assert missed == []


def test_every_agency_is_found_in_a_text() -> None:
    forms = [form for row in AGENCIES for form in (row["name"], *row["forms"])]
    missed = [
        form for form in forms if (match := agencies().pattern.search(f"told {form}, they")) is None or match[0] != form
    ]
    assert missed == []


def test_every_zone_is_within_a_day_of_utc() -> None:
    far = [name for name in zone_names() if abs(at_zone(SUMMER, name).utcoffset() or timedelta()) > timedelta(hours=14)]
    assert far == []


def test_every_zone_is_known() -> None:
    assert [name for name in sorted(zone_names()) if zone(name) is None] == []


@pytest.mark.parametrize(
    ("name", "hours"), [("UTC", 0), ("EST", -5), ("NPT", 5.75), ("NST", -3.5), ("ET", -4), ("PT", -7), ("CEST", 2)]
)
def test_a_zone_has_its_offset_in_summer(name: str, hours: float) -> None:
    assert at_zone(SUMMER, name).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["IST", "CST", "BST", "AST", "GST", "WST", "SST", "", "XYZ"])
def test_a_zone_that_could_be_several_is_none(name: str) -> None:
    assert zone(name) is None


def test_a_time_without_a_known_zone_is_left_as_it_is() -> None:
    assert at_zone(SUMMER, "IST") == at_zone(SUMMER, None) == SUMMER
    assert at_zone(SUMMER, "UTC") == SUMMER.replace(tzinfo=UTC)


@CALENDAR
def test_no_name_of_a_month_or_weekday_means_two(attribute: str, known: Any) -> None:
    numbers: dict[str, set[int]] = defaultdict(set)
    for locale in LOCALES:
        for widths in getattr(Locale.parse(locale), attribute).values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    numbers[name.lower().rstrip(".")].add(number)
    assert {name: found for name, found in numbers.items() if found != {known()[name]}} == {}


def test_names_of_months_and_weekdays_are_numbered_as_the_calendar_does() -> None:
    assert (months()["sept"], months()["märz"], months()["août"]) == (9, 3, 8)
    assert (weekdays()["monday"], weekdays()["tues"], weekdays()["sonntag"]) == (0, 1, 6)
