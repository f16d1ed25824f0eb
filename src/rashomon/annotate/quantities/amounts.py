"""Numbers with what stands right beside them: sign, unit, range, bound words. All of it without the parse."""

from itertools import pairwise

from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.numbers import HYPHENS, MINUS, Lexemes, Number, half_behind, numbers
from rashomon.annotate.quantities.ranges import join
from rashomon.languages.number_words import number_words, words_near
from rashomon.languages.units import Unit, Units, form, units

MILLION = 1_000_000
LONGEST_BOUND = 4
FEET = frozenset("'’′")
INCHES = frozenset(map(str, range(12)))
OPENING = frozenset("([{<")
WEIGHTS = frozenset(("kilogram", "tonne", "ton", "metric-ton", "kilonewton", "gram", "short-ton", "long-ton"))
POUND = Unit("GBP", "money")


def amounts(lexemes: Lexemes) -> list[Amount]:
    """Return the amounts of a text in their order; none overlap."""
    reader = _Reader(lexemes)
    single = [reader.measured(number) for number in numbers(lexemes)]
    joined = join(single, lexemes)
    for one, other in pairwise(joined):
        _weigh(one, other, lexemes)
    for place, amount in enumerate(joined):
        reader.bind(amount, joined[place - 1].end if place else 0)
    return joined


def _weigh(one: Amount, other: Amount, lexemes: Lexemes) -> None:
    """Read pounds beside the same in tonnes as a weight: "5 million pounds (2,300 tonnes)"."""
    if lexemes.phrase(one.last, other.first) not in ("or", "(", ", or", "or about", "( about") or POUND not in (
        one.unit,
        other.unit,
    ):
        return
    for pounds, weight in ((one, other), (other, one)):
        written = lexemes.lower(pounds.last - 1) in ("pounds", "pound")
        if pounds.unit == POUND and written and weight.unit is not None and weight.unit.name in WEIGHTS:
            pounds.unit = Unit("pound", "measure")


class _Reader:
    def __init__(self, lexemes: Lexemes) -> None:
        self.lexemes = lexemes
        self.units: Units = units()
        self.words = number_words()
        self.per_nouns = words_near("words", "per_nouns")
        self.between = words_near("words", "between")
        self.british = "£" in lexemes.text

    def measured(self, number: Number) -> Amount:
        """Return ``number`` with the signs and the unit around it."""
        lexemes = self.lexemes
        first, last = number.first, number.last
        if number.form in ("ordinal", "multiple"):
            return Amount(first, last, number)
        money, first = self._currency_before(first)
        if lexemes.lower(first - 1) in MINUS and self._negative(first - 1, number):
            first -= 1
            number.value = -number.value
        elif lexemes.lower(first - 1) == "+" and lexemes.glued(first) and not lexemes.glued(first - 1):
            first -= 1
        elif "minus" in (lexemes.lower(first - 1), lexemes.lower(first - 2) if lexemes.hyphen(first - 1) else ""):
            first -= 1 if lexemes.lower(first - 1) == "minus" else 2
            number.value = -number.value
        if money is None and lexemes.lower(first - 1) == "#" and number.scale >= MILLION:
            money, first = POUND, first - 1
        last = self._letter_scale(number, last, money=money is not None)
        unit, last = self._unit_behind(number, last, money)
        if unit is None:
            unit, first, last = self._unit_before(number, first, last)
        half = half_behind(lexemes, last) if unit is not None else 0
        if half and not number.value % 1:
            number.value, last = number.value + 0.5, last + half
        amount = self._or_two(number, last) if unit is None else None
        amount = amount or Amount(first, last, number, unit)
        if unit is not None:
            self._age(amount)
        self._rate(amount)
        return amount

    def _unit_before(self, number: Number, first: int, last: int) -> tuple[Unit | None, int, int]:
        """Read "magnitude 7.1", and feet and inches: 6'2"."""
        lexemes = self.lexemes
        if lexemes.lower(first - 1) == "magnitude":
            return self.units.behind["magnitude"], first - 1, last
        tall = number.form == "digits" and lexemes.glued(last) and lexemes.lower(last) in FEET
        if tall and lexemes.glued(last + 1) and lexemes.lower(last + 1) in INCHES and not lexemes.glued(first):
            return self.units.behind["foot"], first, last + 1
        if lexemes.lower(first) in INCHES and lexemes.lower(first - 1) in FEET and lexemes.kind(first - 2) == "digits":
            both = lexemes.glued(first) and lexemes.glued(first - 1) and not lexemes.glued(first - 2)
            return (self.units.behind["inch"] if both else None), first, last
        return None, first, last

    def _or_two(self, number: Number, last: int) -> Amount | None:
        """Read "a day or two"."""
        lexemes, start = self.lexemes, number.first - 3
        if number.form != "words" or lexemes.lower(start + 2) != "or" or lexemes.lower(start) not in ("a", "an"):
            return None
        unit, end = self._longest_unit(start + 1, glued=False, money=None)
        if unit is None or end != start + 2:
            return None
        return Amount(start, last, Number(start, last, 1.0, "words"), unit, high=number.value)

    def _negative(self, place: int, number: Number) -> bool:
        lexemes = self.lexemes
        if number.form != "digits" or lexemes.glued(place):
            return False
        return lexemes.glued(place + 1) or lexemes.lower(number.last) in words_near("words", "degrees")

    def _currency_before(self, first: int) -> tuple[Unit | None, int]:
        lexemes, place = self.lexemes, first - 1
        if place < 0:
            return None, first
        written = lexemes.texts[place]
        if written == "PS" and not (lexemes.glued(first) and not lexemes.texts[first].isdigit()):
            return None, first
        found = self.units.before.get(written)
        if found is None and written.endswith("$"):
            found = self.units.before.get(written.upper()) or self.units.before.get(written[:-1].upper())
        start = place
        if found is None and written == "." and lexemes.lower(place - 1) == "rs":
            found, start = self.units.before["Rs"], place - 1
        if found is None or not (lexemes.glued(first) or lexemes.starts[first] - lexemes.ends[place] == 1):
            return None, first
        before = lexemes.texts[start - 1] if start else ""
        if written in ("$", "¥") and before.isupper():
            both = self.units.before.get(f"{before}{written}")
            if both is not None and (before != "A" or lexemes.glued(start)):
                return both, start - 1
        return found, start

    def _letter_scale(self, number: Number, last: int, *, money: bool) -> int:
        """Read the letter behind digits as a scale: "$5m", "35m users", not "35m deep"."""
        lexemes = self.lexemes
        spelled = lexemes.glued(last) or lexemes.texts[last : last + 1] in (["B"], ["M"])
        factor = self.words.letter_scales.get(lexemes.lower(last)) if spelled and number.form == "digits" else None
        if factor is not None and not money and not (lexemes.lower(last) in ("m", "k", "b") and self._plural(last + 1)):
            return last
        if factor is None or number.scale > 1 or (lexemes.glued(last + 1) and lexemes.kind(last + 1) != "sign"):
            return last
        number.value, number.scale, number.last = number.value * factor, factor, last + 1
        return last + 1

    def _plural(self, place: int) -> bool:
        """Tell whether what is counted begins here: "users", "of its users"."""
        lexemes = self.lexemes
        word = lexemes.lower(place)
        if word == "of":
            return lexemes.lower(place + 1) in words_near("words", "owners")
        return word == "people" or (
            len(word) > SHORTEST and word.endswith("s") and word not in words_near("words", "singular")
        )

    def _unit_behind(self, number: Number, last: int, money: Unit | None) -> tuple[Unit | None, int]:
        lexemes = self.lexemes
        place = last
        if (lexemes.hyphen(place) and lexemes.kind(place + 1) != "digits") or (
            lexemes.lower(place) in OPENING and lexemes.lower(place + 2) in (")", "]", "}", ">")
        ):
            place += 1
        bracketed = place > last and not lexemes.hyphen(last)
        fraction = number.form in ("fraction", "vague")
        if fraction and lexemes.lower(place) == "of" and lexemes.lower(place + 1) in ("a", "an", "one"):
            place += 2
        elif (fraction and number.form == "vague" and lexemes.lower(place) == "of") or (
            fraction and lexemes.lower(place) in ("a", "an")
        ):
            place += 1
        glued = bracketed or (place == number.last and lexemes.glued(place))
        found, end = self._longest_unit(place, glued=glued, money=money)
        if found is None and money is None and lexemes.lower(place) in self.between:
            found, end = self._longest_unit(place + 1, glued=False, money=None)
        if found is None:
            return money, last
        end += bracketed
        if money is not None and found.kind != "money":
            return money, last
        if found.name == "pound" and (self.british or (number.scale >= MILLION and not self._weighs(end))):
            found = POUND
        return money or found, end

    def _longest_unit(self, place: int, *, glued: bool, money: Unit | None) -> tuple[Unit | None, int]:
        lexemes = self.lexemes
        if not lexemes.kind(place):
            return None, place
        table = self.units
        for count in range(table.words + 1, 0, -1):
            end = place + count
            if end > len(lexemes) or (end < len(lexemes) and self._goes_on(end)):
                continue
            written = " ".join(lexemes.text[lexemes.starts[place] : lexemes.ends[end - 1]].replace("-", " - ").split())
            written = written.replace(" - ", "-") if count > 1 else written
            found = table.behind.get(form(written)) or table.behind.get(written.lower())
            if found is None and glued:
                found = table.glued.get(written)
            if found is None and count == 1 and self._after_digits(place) and written in table.glued:
                found = (
                    table.glued[written] if len(written) > 1 or (written in "mgLl" and not self._plural(end)) else None
                )
            if found is not None and not (money is None and found.name == "cent" and written == "c"):
                return found, end
        return None, place

    def _weighs(self, end: int) -> bool:
        """Tell whether millions of pounds are weighed: "of beef", not "of debt"."""
        lexemes = self.lexemes
        return lexemes.lower(end) == "of" and lexemes.lower(end + 1) not in words_near("words", "paid")

    def _after_digits(self, place: int) -> bool:
        return self.lexemes.kind(place - 1) == "digits"

    def _goes_on(self, end: int) -> bool:
        """Tell whether the lexeme at ``end`` belongs to the same word as the one before it."""
        lexemes = self.lexemes
        if not lexemes.glued(end):
            return False
        if lexemes.kind(end - 1) == "sign":
            return False
        return lexemes.kind(end) in ("word", "digits") or lexemes.lower(end) in ("²", "³")

    def _age(self, amount: Amount) -> None:
        if amount.unit is None or amount.unit.kind != "duration":
            return
        lexemes, place = self.lexemes, amount.last
        if lexemes.lower(place) in HYPHENS:
            place += 1
        if lexemes.lower(place) in ("old", "olds"):
            amount.last = place + 1
        elif lexemes.phrase(place, place + 2) == "of age":
            amount.last = place + 2
        else:
            return
        amount.age, amount.end = True, amount.last

    def _rate(self, amount: Amount) -> None:
        """Read what the unit is divided by: "per share", "a day", "/kg"."""
        lexemes, place = self.lexemes, amount.last
        hyphens = lexemes.hyphen(place)
        place += hyphens
        word = lexemes.lower(place)
        if lexemes.lower(place + 2) in words_near("words", "later"):
            return
        if word not in ("per", "a", "an", "/", "each", "every") or amount.number.form in ("fraction", "ordinal"):
            return
        after = place + 1 + (lexemes.hyphen(place + 1) and hyphens)
        noun = lexemes.lower(after)
        if word == "per" and lexemes.kind(after) == "word" and noun != "cent":
            amount.per = _singular(noun)
            if lexemes.kind(after + 1) == "digits" and lexemes.glued(after + 1):
                amount.per = None
                return
        elif word == "/" and lexemes.kind(after) == "word" and amount.unit is not None and lexemes.glued(place):
            known = self.units.behind.get(form(lexemes.texts[after])) or self.units.glued.get(lexemes.texts[after])
            amount.per = known.name if known else _singular(noun)
        elif word in ("a", "an") and noun in self.per_nouns and self._divides(amount, noun):
            amount.per = _singular(noun)
        else:
            return
        known, end = self._longest_unit(after, glued=False, money=None)
        if known is not None and known.kind in ("measure", "duration"):
            amount.per = known.name
        amount.last = amount.end = max(after + 1, end)

    def _divides(self, amount: Amount, noun: str) -> bool:
        """Tell whether "a" says what an amount is divided by: "$5 a day", "300 a day", not "at 5 a game"."""
        known = self.units.behind.get(noun)
        return amount.unit is not None or (known is not None and known.kind == "duration")

    def bind(self, amount: Amount, floor: int) -> None:
        """Read the bound words before and behind ``amount``, not reaching back over ``floor``."""
        if amount.number.form == "ordinal":
            return
        lexemes = self.lexemes
        if amount.unit is not None and lexemes.lower(amount.begin - 1) in ("a", "an"):
            words = lexemes.phrase(amount.begin - 3, amount.begin - 1)
            if words in self.words.before and " " in words and amount.begin - 3 >= floor:
                amount.begin -= 1
        if lexemes.hyphen(amount.begin - 1) and lexemes.lower(amount.begin - 2) == "sub":
            amount.begin, amount.bound = amount.begin - 2, "<"
        for _ in range(3):
            for count in range(min(LONGEST_BOUND, amount.begin - floor), 0, -1):
                phrase = lexemes.phrase(amount.begin - count, amount.begin)
                bound = self.words.before.get(phrase)
                if bound is not None and not self._other_sense(phrase, amount):
                    if amount.bound in ("=", "~", "-~") and bound != "=":
                        amount.bound = bound
                    amount.begin -= count
                    break
            else:
                break
        if lexemes.lower(amount.begin - 1) == "between" and amount.high is not None:
            amount.begin -= 1
        self._bind_behind(amount)

    def _bind_behind(self, amount: Amount) -> None:
        """Read the bound words behind ``amount``: "or more", "or so"."""
        lexemes = self.lexemes
        for count in (3, 2, 1):
            bound = self.words.behind.get(lexemes.phrase(amount.last, amount.last + count))
            if lexemes.kind(amount.last + count) == "digits":
                continue
            plus = amount.unit is None and lexemes.lower(amount.last) == "plus" and self._plural(amount.last + 1)
            told = count > 1 or plus or lexemes.glued(amount.last)
            if bound is not None and amount.last + count <= len(lexemes) and told:
                amount.bound, amount.end = bound, amount.last + count
                break

    def _other_sense(self, phrase: str, amount: Amount) -> bool:
        """Tell whether a word is part of something else: "turned over about 300", "the only two"."""
        before = self.lexemes.lower(amount.begin - 2)
        if phrase in words_near("words", "prepositions"):
            return before in words_near("words", "particles") or amount.bound == "~"
        return phrase in ("near", "only") and before in ("the", "not")


def _singular(noun: str) -> str:
    if noun in ("feet", "foot"):
        return "foot"
    return noun[:-1] if len(noun) > SHORTEST and noun.endswith("s") and not noun.endswith("ss") else noun


SHORTEST = 3
