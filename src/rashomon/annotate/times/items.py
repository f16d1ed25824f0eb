"""The words of a sentence as typed items: what a time expression is read from.

Each item has a letter, so that a sentence is a string of letters and the grammar of time expressions is regular
expressions over it (the manner of TokensRegex and SUTime, Chang and Manning 2012). ``?`` is any other word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.languages.calendar import zone_names
from rashomon.languages.time_words import TimeWord, time_phrases, time_words, words_around

LETTERS = {
    "month": "M",
    "weekday": "W",
    "weekdays": "w",
    "season": "S",
    "part": "P",
    "unit": "U",
    "holiday": "H",
    "decade": "T",
    "deictic": "D",
    "deictic_part": "D",
    "reference": "R",
    "frequency": "Q",
    "vague": "v",
    "edge": "m",
    "modifier": "~",
    "count": "1",
    "ordinal": "O",
    "number": "n",
    "second": "2",
    "article": "a",
    "the": "d",
    "of": "o",
    "at": "i",
    "and": "&",
    "or": "|",
    "every": "V",
    "per": "%",
    "ampm": "k",
    "oclock": "k",
    "possessive": "'",
    "half": "h",
    "old": "y",
    "long": "g",
    "more": "u",
    "times": "X",
    "fiscal": "$",
    "weekend": "E",
    "period": "I",
    "bc": "<",
    "ad": ">",
    "eve": "L",
    "comma": ",",
    "hyphen": "-",
    "year_end": "#",
    "just": "J",
    "time": "@",
}
OF_VALUE = {
    ("which", "last"): "l",
    ("which", "past"): "p",
    ("which", "before"): "b",
    ("which", "next"): "x",
    ("which", "coming"): "j",
    ("which", "after"): "f",
    ("which", "this"): "t",
    ("which", "that"): "s",
    ("which", "same"): "s",
    ("which", "current"): "c",
    ("which", "latest"): "e",
    ("which", "recent"): "r",
    ("which", "entire"): "=",
    ("from", "ago"): "A",
    ("from", "earlier"): "B",
    ("from", "before"): "{",
    ("from", "previously"): "{",
    ("from", "later"): "F",
    ("from", "after"): "}",
    ("unit", "quarter"): "Z",
    ("unit", "decade"): "C",
    ("unit", "century"): "C",
}
OTHER = "?"
LONGEST = 40
"""Characters of a word that can be part of a time expression."""
PIECES = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])|(?P<slashed>[0-9]{1,2}([/.])[0-9]{1,2}\3(?:[0-9]{4}|[0-9]{2}))(?![0-9])"
    r"|(?P<clock>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?)(?![0-9:])|(?P<years>[0-9]{4}[-–/][0-9]{2}(?:[0-9]{2})?)(?![0-9])"
    r"|['’]?(?P<decade>(?:[12][0-9])?[0-9]0)['’]?s(?!\w)|(?P<ordinal>[0-9]{1,2})(?:st|nd|rd|th)(?!\w)"
    r"|(?P<fraction>[1-9]/[2-9])(?![0-9])|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}(?:\.[0-9]{1,2})?)(?![0-9])"
    r"|(?P<digits>[0-9]+)|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?)|(?P<sign>.)",
    re.DOTALL,
)
CAPITAL = frozenset("MWwH")
"""Letters of names, which begin with a capital."""
VERBLESS = frozenset("lpSmtsPTL2")
"""Letters of words that are also verbs."""


@dataclass(slots=True)
class Item:
    """One word or sign: its letter, what it means, and where it stands in the text."""

    letter: str
    value: str
    form: str
    start: int
    end: int
    token: int


def items_of(doc: Doc, first: int, after: int) -> list[Item]:
    """Return the items of a stretch of tokens of one sentence, numbers and phrases joined."""
    found: list[Item] = []
    words, zones = time_words(), zone_names()
    for place in range(first, after):
        token = doc[place]
        lower = token.lower_
        if lower.isalpha() and lower not in words and token.text not in zones:
            found.append(Item(OTHER, "", lower, token.idx, token.idx + len(token), place))
        elif not token.is_space:
            found.extend(_of_token(token))
    return _numbers_joined(_phrases_joined(found))


def _of_token(token: Token) -> Iterator[Item]:
    form, start = token.text, token.idx
    lower = form.lower()
    word = _word(lower)
    if word is not None or form.isalpha() or len(form) > LONGEST:
        letter, value = (OTHER, "") if word is None else _letter(word, token)
        if form in zone_names():
            letter, value = "z", form
        yield Item(letter, value, lower, start, start + len(form), token.i)
        return
    for piece in PIECES.finditer(form):
        letter, value = _of_piece(piece, token)
        yield Item(letter, value, piece.group().lower(), start + piece.start(), start + piece.end(), token.i)


def _word(form: str) -> TimeWord | None:
    return time_words().get(form) or time_words().get(form.rstrip("."))


def _letter(word: TimeWord, token: Token) -> tuple[str, str]:
    letter = OF_VALUE.get((word.role, word.value)) or LETTERS.get(word.role, OTHER)
    if letter in CAPITAL and not token.text[:1].isupper():
        return OTHER, ""
    tag = token.tag_
    if letter == "~" and token.lower_ in words_around("prepositions"):
        letter = "^"
    if letter == "s" and word.value == "that" and tag in {"IN", "WDT", "WP"}:
        return OTHER, ""
    if (letter in VERBLESS and tag in {"VB", "VBD", "VBP", "VBZ"}) or (letter == "M" and tag == "MD"):
        return OTHER, ""
    return letter, "2" if letter == "2" else word.value


def _of_piece(piece: re.Match[str], token: Token) -> tuple[str, str]:  # noqa: PLR0911 - one return for each kind
    kind, written = piece.lastgroup or "sign", piece.group()
    if kind == "word":
        word = _word(written.lower())
        return (OTHER, "") if word is None else _letter(word, token)
    if kind in {"iso", "slashed"}:
        return "G", written
    if kind == "clock":
        return "K", written
    if kind == "years":
        return "Y", _years(written)
    if kind == "decade":
        decade = piece["decade"]
        return "T", (decade if len(decade) == 4 else f"19{decade}")[:3]
    if kind == "ordinal":
        return "O", piece["ordinal"]
    if kind == "fraction":
        return "/", str(int(written[0]) / int(written[2]))
    if kind == "number":
        return ("Y" if len(written) == 4 and "1000" <= written < "2200" else "n"), written.replace(",", "")
    if kind == "digits":
        return OTHER, ""
    sign = _word(written)
    return (OTHER, "") if sign is None else (LETTERS.get(sign.role, OTHER), sign.value)


def _years(written: str) -> str:
    """Return "2014-15" as an interval."""
    first, last = written[:4], written[5:]
    return f"{first}/{first[: 4 - len(last)]}{last}"


def _phrases_joined(items: list[Item]) -> list[Item]:
    phrases = time_phrases()
    joined: list[Item] = []
    place = 0
    while place < len(items):
        item, size = items[place], 1
        for words in phrases.get(item.form, ()):
            if tuple(one.form for one in items[place : place + len(words)]) == words:
                size, form = len(words), " ".join(words)
                word = time_words()[form]
                letter = OF_VALUE.get((word.role, word.value)) or LETTERS[word.role]
                item = Item(letter, word.value, form, item.start, items[place + size - 1].end, item.token)
                break
        joined.append(item)
        place += size
    return joined


def _numbers_joined(items: list[Item]) -> list[Item]:
    """Join spelled numbers, give those that can be a day of a month their letter, and join hours with "a.m."."""
    joined: list[Item] = []
    place = 0
    while place < len(items):
        item = items[place]
        if item.letter == "n":
            item, place = _number(items, place)
        else:
            place += 1
        if item.letter in "nNK" and place < len(items) and items[place].letter == "k":
            clock = _hour(item.value, items[place])
            if clock is not None:
                item = Item("K", clock, item.form, item.start, items[place].end, item.token)
                place += 1
        joined.append(item)
    return joined


def _number(items: list[Item], place: int) -> tuple[Item, int]:
    """Return the number or the year that begins at ``place``, and the place behind it."""
    item = items[place]
    if not item.form.isalpha():
        value = item.value
        after = place + 1
        if after < len(items) and items[after].letter == "/" and "." not in value:
            value = str(float(value) + float(items[after].value))
            after += 1
        letter = "N" if value.isdigit() and 1 <= int(value) <= 31 else "n"
        return Item(letter, value, item.form, item.start, items[after - 1].end, item.token), after
    total, here, is_year = 0, int(item.value), False
    after = place + 1
    while after < len(items):
        skip = _joint(items, after, here)
        if skip is None:
            break
        word = int(items[after + skip].value)
        if word >= 1000:
            total, here = total + here * word, 0
        elif word == 100:
            here *= word
        elif 10 <= here < 100 and word >= 10:
            here, is_year = here * 100 + word, True
        else:
            here += word
        after += skip + 1
    total += here
    letter = "Y" if is_year else "N" if 1 <= total <= 31 else "n"
    return Item(letter, str(total), item.form, item.start, items[after - 1].end, item.token), after


def _joint(items: list[Item], place: int, here: int) -> int | None:
    """Return how many signs join the number word at ``place`` or behind it to a number so far; None when it is none."""
    skip = int(items[place].letter == "-" or (items[place].letter == "&" and here >= 100))
    if place + skip >= len(items) or items[place + skip].letter != "n" or not items[place + skip].form.isalpha():
        return None
    word = int(items[place + skip].value)
    round_up = word >= 1000 and 0 < here < 1000
    hundreds = word == 100 and 0 < here < 100
    ones = 0 < word < 10 and here % 10 == 0 and here >= 20
    tens = 10 <= word < 100 and (here % 100 == 0 or 10 <= here < 22)
    return skip if round_up or hundreds or ones or tens else None


def _hour(written: str, sign: Item) -> str | None:
    """Return the time of day of an hour, or of hour and minute, with the sign behind it."""
    hour, _, minutes = written.partition(":")
    if not hour.isdigit() or int(hour) > 24 or "." in minutes:
        return None
    number = int(hour)
    if number > 12 and sign.form[0] in "ap":
        return None
    if sign.form.startswith("p"):
        number = number % 12 + 12
    elif sign.form.startswith("a"):
        number %= 12
    return f"{number:02}:{minutes[:2] or '00'}"
