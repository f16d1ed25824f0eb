"""Events that come again by a rule: in which years, on which day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from rashomon.languages.tables import table
from rashomon.text import alternatives


@dataclass(frozen=True, slots=True)
class Recurring:
    """One event that recurs."""

    name: str
    pattern: re.Pattern[str]
    """Its names in print, as whole words."""
    rule: dict[str, Any]

    def day(self, year: int) -> date | None:
        """Return the day of the event in a year, None when it is not held then."""
        rule = self.rule
        if year < rule["since"] or year % rule["every"] != rule["rest"]:
            return None
        if "day" in rule:
            return date(year, rule["month"], rule["day"])
        first = date(year, rule["month"], 1)
        ahead = (rule["weekday"] - first.weekday()) % 7 + 7 * (rule["nth"] - 1)
        return first + timedelta(days=ahead + rule["more"])


@cache
def recurring() -> tuple[Recurring, ...]:
    """Return the events of the table ``world/recurring.toml``."""
    return tuple(
        Recurring(row["name"], re.compile(rf"(?<!\w)(?:{alternatives(row['forms'])})(?!\w)"), row)
        for row in table("world/recurring.toml")["event"]
    )
