"""Numbers as they are written: digits, words, scales, fractions, vague ones and ordinals, with their places.

A text is cut into lexemes (a run of digits, a word, a sign), which are finer than the model's tokens: "£1.2bn" is four
of them. ``numbers`` then reads the longest number that begins at each lexeme.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from rashomon.languages.number_words import NumberWords, number_words, words_near

Form = Literal["digits", "words", "fraction", "vague", "ordinal", "multiple"]
LEXEME = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    r"|(?P<word>(?:[cdkm]?m|ft|in|mi|yd)[23](?!\w)|\$(?:US|A|AU|C|CA|HK|NZ|S)(?=\s?[0-9])|(?:(?:U\.S\.|[A-Za-z]{1,3})(?=[$¥]))?[$¥]|[^\W\d_]+(?:[.'’][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w]|[\d_])"
)
LONGEST = 40
"""Digits of the longest number that is read."""
HYPHENS = frozenset("-–—−‐‑")
MINUS = frozenset("-−–")
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100))
"""What digits are divided by where no date or score is meant: "3/4", not "9/11"."""
FRACTION_SLASH = "⁄"
SLASHES = frozenset(("/", FRACTION_SLASH))
AND_A_HALF = "and a half"
SHORT_DIGITS = 3
"""Digits of the longest number on either side of such a slash."""


class Lexemes:
    """The lexemes of a text: for each its text, its lower-case form, where it starts and ends, and its kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(LEXEME.finditer(text))
        self.texts = [match.group() for match in found]
        self.lowers = [written.lower() for written in self.texts]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.kinds = [match.lastgroup or "" for match in found]

    def __len__(self) -> int:
        return len(self.texts)

    def lower(self, place: int) -> str:
        """Return the lower-case lexeme at ``place``, nothing outside of the text."""
        return self.lowers[place] if 0 <= place < len(self.lowers) else ""

    def kind(self, place: int) -> str:
        """Return ``digits``, ``word`` or ``sign``, nothing outside of the text."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""

    def glued(self, place: int) -> bool:
        """Tell whether nothing stands between the lexeme at ``place`` and the one before it."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def hyphen(self, place: int) -> bool:
        """Tell whether a hyphen stands at ``place`` with nothing around it."""
        return self.lower(place) in HYPHENS and self.glued(place) and self.glued(place + 1)

    def phrase(self, first: int, last: int) -> str:
        """Return the lexemes from ``first`` to before ``last`` in lower case with one space between."""
        return " ".join(self.lowers[max(first, 0) : last])

    def written(self, first: int, last: int) -> str:
        """Return the text of these lexemes, as they are written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def at(self, character: int) -> int:
        """Return the place of the lexeme that covers a character, or of the last before it."""
        return bisect_right(self.starts, character) - 1

    @cached_property
    def chains(self) -> frozenset[int]:
        """Return the digits inside telephone numbers, versions, dates and codes: three groups or letters glued on."""
        return frozenset(
            place for first, last in self._runs() if self._is_code(first, last) for place in range(first, last)
        )

    def _runs(self) -> list[tuple[int, int]]:
        runs, first = [], 0
        for place in range(1, len(self) + 1):
            if place == len(self) or not self.glued(place):
                if place - first > 2:
                    runs.append((first, place))
                first = place
        return runs

    def _is_code(self, first: int, last: int) -> bool:
        if last - first > LONGEST:
            return True
        kinds = self.kinds[first:last]
        digits = [place for place in range(first, last) if self.kinds[place] == "digits"]
        joined = [one for one, other in pairwise(digits) if other - one == 2 and self.lowers[one + 1] in "-–./:_"]
        touching = any(other - one == 1 for one, other in pairwise(digits))
        if touching or (len(digits) > 2 and len(joined) >= 2):
            return True
        return any(
            kinds[here] == "word" and kinds[here - 1] == "digits" and kinds[here + 1] == "digits"
            for here in range(1, len(kinds) - 1)
        )


@dataclass(slots=True)
class Number:
    """A number in the lexemes from ``first`` to before ``last``."""

    first: int
    last: int
    value: float
    form: Form
    scale: float = 1.0
    """What the digits or words were multiplied by: a million in "2.5 million"."""


def numbers(lexemes: Lexemes) -> list[Number]:
    """Return the numbers of a text in their order; none overlap."""
    words = number_words()
    reader = _Reader(lexemes, words)
    found: list[Number] = []
    place, count = 0, len(lexemes)
    kinds, lowers, starts = lexemes.kinds, lexemes.lowers, words.starts
    while place < count:
        number = None
        if kinds[place] == "digits":
            number = reader.digits(place)
        elif lowers[place] in starts or (lowers[place] in ("a", "an") and _begins(lexemes, place + 1, starts)):
            number = reader.words(place)
        if number is None:
            place += 1
        else:
            found.append(number)
            place = number.last
    return found


def _begins(lexemes: Lexemes, place: int, starts: frozenset[str]) -> bool:
    """Tell whether "a" may begin a number: "a hundred", "an hour and a half"."""
    return lexemes.lower(place) in starts or (
        lexemes.lower(place + 1) in ("and", "-") and half_behind(lexemes, place + 1) > 0
    )


def half_behind(lexemes: Lexemes, place: int) -> int:
    """Return how many lexemes say "and a half" from ``place`` on, 0 for none."""
    if lexemes.phrase(place, place + 3) == AND_A_HALF:
        return 3
    return 6 if lexemes.phrase(place, place + 6) == "- and - a - half" else 0


def _times(value: float, scale: float) -> float:
    """Multiply without the noise of binary fractions: 4.27 billion is 4,270,000,000."""
    product = value * scale
    return float(f"{product:.15g}") if scale > 1 else product


class _Reader:
    """Reads the number that begins at a place."""

    def __init__(self, lexemes: Lexemes, words: NumberWords) -> None:
        self.lexemes = lexemes
        self.known = words
        self.halved = words_near("words", "halved")
        self.parted = words_near("words", "parted")
        self.cut = words_near("words", "cut")
        self.about = words_near("words", "about_half")
        self.halfway = words_near("words", "halfway")
        self.several = words_near("words", "several")
        self.people = words_near("words", "people")

    def digits(self, place: int) -> Number | None:
        """Read digits with what multiplies or divides them."""
        lexemes = self.lexemes
        written = lexemes.texts[place]
        if place in lexemes.chains or len(written) > LONGEST:
            return Number(place, place + 1, float("inf"), "digits") if len(written) > LONGEST else None
        if lexemes.lower(place + 1) == "^" and lexemes.kind(place + 2) == "digits":
            return Number(place, place + 3, float("inf"), "digits")
        value, last = float(written.replace(",", "")), place + 1
        while (
            written.isdigit()
            and lexemes.lower(last) == ","
            and lexemes.lower(last + 1) == "000"
            and lexemes.glued(last)
        ):
            value, last = value * 1000, last + 2
        suffix = lexemes.lower(last)
        if lexemes.glued(last) and suffix in ("st", "nd", "rd", "th"):
            return Number(place, last + 1, value, "ordinal")
        fraction = self._slash(place)
        if fraction is not None:
            return Number(place, place + 3, fraction, "fraction")
        if suffix in self.known.signs:
            value, last = value + self.known.signs[suffix], last + 1
        else:
            more = self._slash(last) if not lexemes.glued(last) else None
            if more is not None and value == int(value):
                value, last = value + more, last + 3
        return self._scaled(place, last, value, "digits")

    def words(self, place: int) -> Number | None:
        """Read a number written in words."""
        lexemes, known = self.lexemes, self.known
        word = lexemes.lower(place)
        number = self._half(place)
        if number is not None:
            return number
        if word in known.vague or (
            f"{word}s" in known.vague and lexemes.lower(place + 1) == "of" and lexemes.lower(place + 2) in known.vague
        ):
            number = self._vague(place)
        elif word == "no":
            number = self._none(place)
        elif word in known.signs:
            number = Number(place, place + 1, known.signs[word], "fraction")
        elif word in known.multiples:
            number = Number(place, place + 1, known.multiples[word], "multiple")
        elif word in known.ordinals:
            number = Number(place, place + 1, known.ordinals[word], "ordinal")
        elif word in known.fractions:
            number = self._fraction(place, place, 1)
        else:
            number = self._cardinal(place)
        return number

    def _slash(self, place: int) -> float | None:
        lexemes = self.lexemes
        if (
            lexemes.kind(place) != "digits"
            or lexemes.lower(place + 1) not in SLASHES
            or lexemes.kind(place + 2) != "digits"
        ):
            return None
        above, below = lexemes.lower(place), lexemes.lower(place + 2)
        if not (lexemes.glued(place + 1) and lexemes.glued(place + 2)) or lexemes.lower(place + 3) == "/":
            return None
        if not (above.isdigit() and below.isdigit() and len(above) < SHORT_DIGITS and len(below) <= SHORT_DIGITS):
            return None
        meant = int(below) in DENOMINATORS or lexemes.lower(place + 1) == FRACTION_SLASH
        known = meant and 0 < int(above) < int(below)
        return int(above) / int(below) if known else None

    def _scaled(self, first: int, last: int, value: float, form: Form) -> Number:
        """Read the scale words behind a number: "million", "hundred thousand", "-million", "bn"."""
        lexemes, scale = self.lexemes, 1.0
        while True:
            place = last + 1 if lexemes.hyphen(last) else last
            word = lexemes.lower(place)
            factor = self.known.scales.get(word) or (self.known.short_scales.get(word) if form == "digits" else None)
            if factor is None or (scale > 1 and factor < scale):
                return Number(first, last, _times(value, scale), form, scale)
            scale, last = scale * factor, place + 1
            if lexemes.phrase(last, last + 3) == AND_A_HALF:
                value, last = value + 0.5, last + 3

    def _vague(self, place: int) -> Number | None:
        """Read "dozens", "tens of thousands", "hundreds of millions"."""
        lexemes, vague = self.lexemes, self.known.vague
        word = lexemes.lower(place)
        unit, last = float(vague[word if word in vague else f"{word}s"]), place + 1
        while lexemes.lower(last) == "of" and lexemes.lower(last + 1) in vague:
            unit, last = unit * vague[lexemes.lower(last + 1)], last + 2
        if word == "scores" and lexemes.lower(place - 1) in ("the", "for", "their", "his", "its", "test", "in"):
            return None
        return None if unit == vague["tens"] else Number(place, last, unit, "vague")

    def _none(self, place: int) -> Number | None:
        """Read the "no" of "no soldiers", "no new casualties"."""
        near = (self.lexemes.lower(place + 1), self.lexemes.lower(place + 2))
        counts = near[0] in self.people or (near[1] in self.people and self.lexemes.kind(place + 1) == "word")
        return Number(place, place + 1, 0.0, "words") if counts else None

    def _half(self, place: int) -> Number | None:
        """Read "half a million", "half-million", "a quarter of a million", "three quarters of a million"."""
        lexemes, known = self.lexemes, self.known
        first, above = place, 1
        if lexemes.lower(place) in ("a", "an", "one"):
            place += 1
        elif lexemes.lower(place) == "three":
            place, above = place + 1, 3
        part = known.fractions.get(lexemes.lower(place))
        if part not in (2, 4) or (above > 1 and part != 4):
            return None
        place += 1
        if lexemes.lower(place) in HYPHENS:
            place += 1
        while lexemes.lower(place) in ("of", "a"):
            place += 1
        scale = known.scales.get(lexemes.lower(place))
        return None if scale is None else Number(first, place + 1, scale * above / part, "words", scale)

    def _fraction(self, first: int, place: int, above: int) -> Number | None:
        """Read the lower half of a fraction at ``place``; without an upper one only where a part is clearly meant."""
        lexemes = self.lexemes
        word, last = lexemes.lower(place), place + 1
        part = self.known.fractions[word]
        if first == place or lexemes.lower(first) in ("a", "an"):
            after, before = lexemes.lower(last), lexemes.lower(first - 1)
            follows = after in (self.halved if word == "half" else self.parted)
            ends = lexemes.kind(last) != "word" and before in self.cut and not lexemes.hyphen(last)
            bounded = before in self.about and after not in self.halfway and not lexemes.hyphen(last)
            follows = follows or (word == "half" and first == place and bounded)
            if word.endswith("s") or before in ("first", "second", "in", "final") or not (follows or ends):
                return None
            if after in ("a", "an") and (lexemes.lower(last + 1) in ("dozen", "hour", "day", "year", "mile", "point")):
                return Number(first, last + 1, 0.5, "fraction")
        return Number(first, last, above / part, "fraction")

    def _cardinal(self, place: int) -> Number | None:
        lexemes, known = self.lexemes, self.known
        first = place
        if lexemes.lower(place) in ("a", "an"):
            if lexemes.lower(place + 1) not in known.scales:
                if half_behind(lexemes, place + 2):
                    return Number(first, place + 1, 1.0, "words")
                part = lexemes.lower(place + 1) in known.fractions
                return self._fraction(first, place + 1, 1) if part else None
            value, last = self._sum(place + 1, 1.0)
        else:
            value, last = self._sum(place, 0.0)
        if value is None:
            return None
        several = first - 2 if lexemes.lower(first - 1) in HYPHENS else first - 1
        if lexemes.lower(several) in self.several and lexemes.lower(first) in known.scales:
            return Number(several, last, value, "vague")
        place = last + 1 if lexemes.hyphen(last) else last
        if lexemes.lower(place) in known.fractions and 0 < value < known.fractions[lexemes.lower(place)]:
            number = self._parts(first, place, value)
            if number is not None:
                return number
        if lexemes.hyphen(last) and half_behind(lexemes, last):
            value, last = value + 0.5, last + half_behind(lexemes, last)
        elif lexemes.phrase(last, last + 3) in (AND_A_HALF, "and one half"):
            last += 3
            value += 0.5 * self._last_scale(last - 4)
        elif lexemes.phrase(last, last + 3) == "and a quarter":
            last += 3
            value += 0.25 * self._last_scale(last - 4)
        return self._scaled(first, last, value, "words")

    def _parts(self, first: int, place: int, above: float) -> Number | None:
        """Read the fraction that a cardinal begins: "two-thirds", "three quarters of", "one third"."""
        lexemes = self.lexemes
        word = lexemes.lower(place)
        quarters = word.startswith(("quarter", "second"))
        if (above > 1) != word.endswith(("s", "ves")) and not lexemes.hyphen(place - 1):
            return None
        if quarters and not (lexemes.hyphen(place - 1) or lexemes.lower(place + 1) == "of"):
            return None
        return Number(first, place + 1, above / self.known.fractions[word], "fraction")

    def _last_scale(self, place: int) -> float:
        return float(self.known.scales.get(self.lexemes.lower(place), 1))

    def _sum(self, place: int, current: float) -> tuple[float | None, int]:
        """Add up the words of a cardinal from ``place`` on; ``current`` is 1 after "a"."""
        lexemes, known = self.lexemes, self.known
        total, last, ceiling = 0.0, place, float("inf")
        ones = 0.0
        while True:
            here = last
            if here > place and lexemes.hyphen(here):
                here += 1
            elif here > place and lexemes.lower(here) == "and" and (current >= 100 or (total and not current)):
                here += 1
                if known.cardinals.get(lexemes.lower(here)) is None or (
                    not current and lexemes.lower(here + 1) in known.scales
                ):
                    break
            word = lexemes.lower(here)
            if word in known.cardinals:
                value = known.cardinals[word]
                room = current % 100 if current else 0
                fits = (room == 0 and ones == 0) or (ones == 2 and value < 10 and value > 0)
                if not fits:
                    break
                ones = 2 if value >= 20 else 1
                current += value
            elif word in known.scales and known.scales[word] < ceiling:
                scale = known.scales[word]
                ones = 0
                if scale <= 100:
                    if current >= 100:
                        break
                    current = max(current, 1) * scale
                else:
                    total += max(current, 1) * scale
                    current, ceiling = 0.0, scale
            else:
                break
            last = here + 1
        return (total + current if last > place else None), last
