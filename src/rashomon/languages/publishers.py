"""The outlets and agencies that are known by name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table
from rashomon.text import alternatives

Named = dict[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by which publishers are found."""

    by_form: Named
    """The usual name by each of its forms, case folded."""
    pattern: re.Pattern[str]
    """Any form as it is printed, longest first, as whole words; no form of an outlet that is an ordinary word too."""


@dataclass(frozen=True, slots=True)
class Outlets(Names):
    """Names by which outlets are found, also by social handles and addresses."""

    by_letters: Named
    """The usual name by the letters that spell one of its forms."""
    by_domain: Named


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{alternatives(forms)})(?!\w)")


def letters(name: str) -> str:
    """Return the letters by which a social handle spells a name: case folded, without spaces and a "the" in front."""
    return name.casefold().replace(" ", "").removeprefix("the")


@cache
def outlets() -> Outlets:
    """Return the publishers of the table ``world/outlets.toml``."""
    by_form: Named = {}
    by_letters: Named = {}
    by_domain: Named = {}
    forms = []
    for row in table("world/outlets.toml")["outlet"]:
        name = row["name"]
        for form in (name, *row["aliases"]):
            by_form[form.casefold()] = name
            by_letters.setdefault(letters(form), name)
            if not row.get("common") or form.startswith("The "):
                forms.append(form)
        for domain in row["domains"]:
            by_domain[domain] = name
    return Outlets(by_form, _pattern(forms), by_letters, by_domain)


@cache
def agencies() -> Names:
    """Return the agencies of the table ``world/agencies.toml``."""
    named = {
        form: row["name"] for row in table("world/agencies.toml")["agency"] for form in (row["name"], *row["forms"])
    }
    return Names({form.casefold(): name for form, name in named.items()}, _pattern(named))


def of_host(host: str) -> str | None:
    """Return the outlet of a host name such as ``edition.cnn.com``, or None when it is not known."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels) - 1):
        name = outlets().by_domain.get(".".join(labels[start:]))
        if name:
            return name
    return None
