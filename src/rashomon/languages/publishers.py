"""The outlets and agencies that are known by name."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table

Named = dict[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by which publishers are found."""

    by_form: Named
    """The usual name by each of its forms, case folded."""
    by_domain: Named
    pattern: re.Pattern[str]
    """Any form as it is printed, longest first, as whole words."""
    common: frozenset[str]
    """Usual names of which some form is also an ordinary word."""


def _pattern(forms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w@])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def outlets() -> Names:
    """Return the publishers of the table ``world/outlets.toml``."""
    by_form, by_domain, forms = {}, {}, []
    rows = table("world/outlets.toml")["outlet"]
    for row in rows:
        name = row["name"]
        for form in (name, *row["aliases"]):
            by_form[form.casefold()] = name
            if not row.get("common") or form.startswith("The "):
                forms.append(form)
        for domain in row["domains"]:
            by_domain[domain] = name
    common = frozenset(row["name"] for row in rows if row.get("common"))
    return Names(by_form, by_domain, _pattern(forms), common)


@cache
def agencies() -> Names:
    """Return the agencies of the table ``world/agencies.toml``."""
    by_form, forms = {}, []
    for row in table("world/agencies.toml")["agency"]:
        for form in (row["name"], *row["forms"]):
            by_form[form.casefold()] = row["name"]
            forms.append(form)
    return Names(by_form, {}, _pattern(forms), frozenset())


def of_host(host: str) -> str | None:
    """Return the outlet of a host name such as ``edition.cnn.com``, or None when it is not known."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels) - 1):
        name = outlets().by_domain.get(".".join(labels[start:]))
        if name:
            return name
    return None
