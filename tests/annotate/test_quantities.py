"""Numbers read as quantities. The sentences that need the parse are plain, so that other weights read them as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rashomon.annotate.quantities import quantities
from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.amounts import amounts
from rashomon.annotate.quantities.numbers import Lexemes, numbers
from rashomon.languages.units import units
from rashomon.model import load
from rashomon.records import Span
from rashomon.records.quantities import Quantity


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read(doc: Doc) -> tuple[Quantity, ...]:
    text = doc.text
    return quantities(doc, lambda start, end: Span(article="a", start=start, end=end, text=text[start:end]))


def one(text: str) -> Amount:
    (found,) = amounts(Lexemes(text))
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567.89", 1234567.89),
        ("12,34,567 voters", 1234567),
        ("2.5 million", 2.5e6),
        ("1.2bn", 1.2e9),
        ("twenty-one", 21),
        ("a hundred and four", 104),
        ("one hundred and twenty-five thousand three hundred", 125_300),
        ("two and a half", 2.5),
        ("two and a half million", 2.5e6),
        ("a million and a half", 1.5e6),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("three quarters of a million", 750_000),
        ("two dozen", 24),
        ("a third of them", 1 / 3),
        ("two-thirds", 2 / 3),
        ("half the crew", 0.5),
        ("5 1/2", 5.5),
        ("10½", 10.5),
        ("3/4", 0.75),
        ("1⁄128", 1 / 128),
        ("threefold", 3),
        ("22nd", 22),
        ("fifth", 5),
        ("no soldiers", 0),
        ("10, 000", 10_000),
        ("4.27 billion", 4_270_000_000),
        ("a third as much", 1 / 3),
        ("hundred of thousands", 100_000),
        ("seven-and-a-half", 7.5),
        ("several hundred", 100),
        ("multi-million", 1e6),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert numbers(Lexemes(text))[0].value == pytest.approx(value)


def test_a_letter_behind_digits_is_a_scale_where_things_are_counted() -> None:
    assert one("35m of its users").number.value == 35e6
    assert one("8 B people").number.value == 8e9


@pytest.mark.parametrize("text", ["555-12-3434", "24703m212", "10.0.0.1", "no plans", "a boat", "in half", "tens"])
def test_a_code_and_a_phrase_are_no_number(text: str) -> None:
    assert not numbers(Lexemes(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£1.2bn", 1.2e9, "GBP"),
        ("US$20m", 20e6, "USD"),
        ("$US160 million", 160e6, "USD"),
        ("HK $3.7 billion", 3.7e9, "HKD"),
        ("A$5", 5, "AUD"),
        ("5 euros", 5, "EUR"),
        ("7,199 Chinese yuan", 7199, "CNY"),
        ("40 pesos", 40, "peso"),
        ("470 pence", 470, "penny"),
        ("three dollars and fifty cents", 3.5, "USD"),
        ("5 percent", 5, "percent"),
        ("5 per cent", 5, "percent"),
        ("2.2 percentage points", 2.2, "percentage-point"),
        ("60 mph", 60, "mile-per-hour"),
        ("80km/h", 80, "kilometer-per-hour"),
        ("16-inch", 16, "inch"),
        ("3kg", 3, "kilogram"),
        ("45 m deep", 45, "meter"),
        ("32m2", 32, "square-meter"),
        ("half a mile", 0.5, "mile"),
        ("5°C", 5, "celsius"),
        ("minus 5 degrees", -5, "degree"),
        ("-5 degrees", -5, "degree"),
        ("three consecutive years", 3, "year"),
        ("5 million pounds", 5e6, "GBP"),
        ("200 pounds", 200, "pound"),
        ("450 Nm", 450, "newton-meter"),
        ("5.5kWh", 5.5, "kilowatt-hour"),
        ("30C", 30, "celsius"),
        ("450F", 450, "fahrenheit"),
        ("300 PS", 300, "horsepower"),
        ("magnitude 7.1", 7.1, "magnitude"),
        ("an hour and a half", 1.5, "hour"),
        ("two years and a half", 2.5, "year"),
        ("an hour-and-a-half", 1.5, "hour"),
        ("#50 million", 50e6, "GBP"),
        ("3 million pounds of beef", 3e6, "pound"),
        ("3 million pounds of debt", 3e6, "GBP"),
    ],
)
def test_an_amount_has_its_unit(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert found.unit is not None
    assert (found.number.value, found.unit.name) == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("$20-a-day", "USD", "day"),
        ("470 pence a share", "penny", "share"),
        ("$1,100 per square foot", "USD", "square-foot"),
        ("500,000 barrels a day", "barrel", "day"),
        ("$5 a year earlier", "USD", None),
        ("$30 per $1,000 of the loan", "USD", None),
    ],
)
def test_a_rate_says_per_what(text: str, unit: str, per: str | None) -> None:
    found = amounts(Lexemes(text))[0]
    assert found.unit is not None
    assert (found.unit.name, found.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 1,000 and 1,200", 1000, 1200),
        ("1,000-1,200", 1000, 1200),
        ("eight or nine", 8, 9),
        ("15 to 22 miles per hour", 15, 22),
        ("$2-3 million", 2e6, 3e6),
        ("between $5 and $10", 5, 10),
        ("0-to-60-mph", 0, 60),
        ("7- or 8-inch", 7, 8),
        ("a day or two", 1, 2),
        ("rose 5 to 10 percent", 5, 10),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    found = one(text)
    assert (found.number.value, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 20", ">"),
        ("just over 5%", ">"),
        ("at least 20", ">="),
        ("20 or more", ">="),
        ("fewer than 20", "<"),
        ("sub-7 nanometer", "<"),
        ("up to about 400", "<="),
        ("as many as 400", "<="),
        ("some 1,500", "~"),
        ("an estimated 30", "~"),
        ("30 or so", "~"),
        ("nearly 300", "-~"),
        ("turned over about 300", "~"),
        ("exactly 3", "="),
        ("closer to 50 %", "~"),
        ("up to a $250 fine", "<="),
        ("50 plus points", ">="),
        ("over the age of 18", ">"),
    ],
)
def test_words_beside_a_number_bound_it(text: str, bound: str) -> None:
    assert one(text).bound == bound


def test_bound_words_belong_to_the_amount() -> None:
    lexemes = Lexemes("It was well over 20 miles or so away.")
    (found,) = amounts(lexemes)
    assert lexemes.written(found.begin, found.end) == "well over 20 miles or so"


@pytest.mark.parametrize(("text", "whole"), [("one in five sailors", 5), ("four in 10 agree", 10)])
def test_one_in_five_is_a_share(text: str, whole: int) -> None:
    assert one(text).whole_of == whole


@pytest.mark.parametrize(
    ("text", "values", "units"),
    [
        ("rose 15 pence to 362 pence", [15, 362], ["penny", "penny"]),
        ("eased 1 to 416 on the news", [1, 416], [None, None]),
        ("five- or three-year terms", [5, 3], ["year", "year"]),
        ("she is 5-foot-11", [5, 11], ["foot", "inch"]),
        ("he is 6'2\"", [6, 2], ["foot", "inch"]),
        ("5 million pounds (2,300 tonnes)", [5e6, 2300], ["pound", "tonne"]),
    ],
)
def test_two_amounts_side_by_side_are_no_range(text: str, values: list[float], units: list[str | None]) -> None:
    found = amounts(Lexemes(text))
    assert [amount.number.value for amount in found] == values
    assert [amount.unit and amount.unit.name for amount in found] == units


@given(st.integers(0, 999_999))
def test_a_spelled_number_comes_back(number: int) -> None:
    (found,) = numbers(Lexemes(spelled(number)))
    assert found.value == number


def spelled(number: int) -> str:
    small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    ones = [*small.split(), "seventeen", "eighteen", "nineteen"]
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10] + (f"-{ones[number % 10]}" if number % 10 else "")
    for scale, word in ((1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" and {spelled(number % scale)}" if 0 < number % scale < 100 else ""
            more = f" {spelled(number % scale)}" if number % scale >= 100 else rest
            return f"{spelled(number // scale)} {word}{more}"
    raise AssertionError


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The three ships left.", ["count"]),
        ("It cost $5 million.", ["money"]),
        ("Prices rose by 5 %.", ["percentage"]),
        ("A third of the crew fell ill.", ["fraction"]),
        ("The bridge is 40 metres long.", ["measure"]),
        ("They waited for 24 years.", ["duration"]),
        ("The 30-year-old sailor left.", ["age"]),
        ("She was 45 when she left.", ["age"]),
        ("The mine sells 500 barrels a day.", ["rate"]),
        ("The team won 3-2.", ["score"]),
        ("It was the third vote.", ["ordinal"]),
        ("They sold three times as many boats.", ["multiple"]),
        ("The actor, 36, left.", ["age"]),
        ("Her sons, ages 7 and 10, left.", ["age", "age"]),
        ("At 31, he left the army.", ["age"]),
        ("They sell 300 a day.", ["rate"]),
        ("At least 74 were killed.", ["count"]),
        ("They won 20 gold medals.", ["count"]),
    ],
)
def test_kinds_are_told_apart(nlp: Language, text: str, kinds: list[str]) -> None:
    assert [quantity.kind for quantity in read(nlp(text))] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "They signed it in 2014.",
        "The F-16 and the Boeing 747 left.",
        "Under Article 51 they may.",
        "The meeting starts at 10:27.",
        "No one knew, and the one who did left.",
        "They met on March 7.",
        "Call 555-1234 now.",
        "Call 0207 946 0018 now.",
        "Police received 911 calls.",
        "This is part 2 of 3.",
        "It was told elsewhere [4].",
        "They make 486-based machines.",
        "He flew the 757 and a smaller jet.",
        "Two, go home.",
        "The battery of the 11 Pro Max is good.",
    ],
)
def test_names_dates_and_codes_are_no_quantities(nlp: Language, text: str) -> None:
    assert not [quantity for quantity in read(nlp(text)) if quantity.kind != "ordinal"]


@pytest.mark.parametrize(
    ("text", "head", "span"),
    [
        ("More than 10,000 Ormelian soldiers crossed the river.", "soldier", "Ormelian soldiers"),
        ("Dozens of boats sank.", "boat", "boats"),
        ("Three of the engineers left.", "engineer", "engineers"),
        ("The price rose to $5.", "price", "price"),
        ("They found a 16-inch gun.", "gun", "gun"),
        ("They saw a 14 per cent increase.", "increase", "increase"),
        ("They saw a 2 % dip in September.", "dip", "dip"),
        ("Ten of the team's 16 games were lost.", "game", "games"),
        ("Ada Bell, 67, was hurt.", "Ada", "Ada Bell"),
        ("He scored eight rebounds in the loss.", "rebound", "rebounds"),
        ("Some 40 policemen came.", "policeman", "policemen"),
        ("He received nine $500 cheques.", "cheque", "cheques"),
    ],
)
def test_what_is_counted_is_named(nlp: Language, text: str, head: str, span: str) -> None:
    counted = read(nlp(text))[0].counted
    assert counted is not None
    assert (counted.head, counted.span.text) == (head, span)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Sales rose by 5 %.", "up"),
        ("Sales fell 5 % on Monday.", "down"),
        ("Sales were up 3 %.", "up"),
        ("They saw a 3 % drop in sales.", "down"),
        ("They picked up 63 boats.", None),
        ("Sales were 5 % of the total.", None),
        ("Shares closed at $23, off 12 cents.", None),
        ("They found it in a shed, 50 miles south of the town.", None),
        ("He lost control of the car at 90 mph.", None),
        ("They began a two-day rally in the capital.", None),
        ("Shares gained 5 cents to $2.", "up"),
        ("The firm gained 50 customers.", None),
        ("Women made up 46 percent of the crew.", None),
        ("Sales rose two years ago.", None),
    ],
)
def test_up_and_down(nlp: Language, text: str, change: str | None) -> None:
    assert read(nlp(text))[0].change == change


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("More than 20 soldiers, including six officers and two cooks, were hurt.", [None, 0, 0]),
        ("Three of the 20 soldiers were hurt.", [1, None]),
        ("Three soldiers were hurt, and six officers left.", [None, None]),
        ("Of the 20 soldiers, 11 were hurt.", [None, 0]),
    ],
)
def test_parts_of_wholes(nlp: Language, text: str, parts: list[int | None]) -> None:
    assert [quantity.part_of for quantity in read(nlp(text))] == parts


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("The Assembly voted 397-0 to endorse the treaty.", (397, 0, None)),
        ("The bill passed by 212 votes to 3.", (212, 3, None)),
        ("The Assembly voted 250-12, with nine abstentions.", (250, 12, 9)),
        ("The Senate voted 180-165 against the bill on Monday.", (165, 180, None)),
        ("402 deputies voted for the motion on Monday and 231 against, with nine abstentions.", (402, 231, 9)),
        ("The house passed it 231-199 on Monday, and 109 against was the old number.", (231, 199, None)),
    ],
)
def test_a_vote_has_its_sides(nlp: Language, text: str, tally: tuple[int | None, ...]) -> None:
    vote = read(nlp(text))[0].vote
    assert vote is not None
    assert (vote.for_, vote.against, vote.abstain) == tally


def test_units_are_shared_along_a_list(nlp: Language) -> None:
    assert [quantity.unit for quantity in read(nlp("The screens are 5.4, 6.1 and 6.7 inches."))] == ["inch"] * 3


def test_a_number_keeps_its_own_place(nlp: Language) -> None:
    first, second = read(nlp("The bombs killed 247 people in Kenya and 10 in Tanzania."))
    assert first.counted is not None
    assert second.counted is not None
    assert [place.text for place in first.counted.modifiers] == ["in Kenya"]
    assert [place.text for place in second.counted.modifiers] == ["in Tanzania"]


def test_what_stands_in_brackets_measures_the_same_thing(nlp: Language) -> None:
    first, second = read(nlp("The price rose to $5 (£4)."))
    assert first.counted == second.counted


def test_ten_to_the_four_hundred_is_kept_as_text(nlp: Language) -> None:
    (found,) = read(nlp("They sent 10^400 troops."))
    assert (found.value.low, found.value.high, found.value.number) == (None, None, None)


def test_an_empty_text_has_no_quantities(nlp: Language) -> None:
    assert read(nlp("")) == ()
    assert read(nlp(" \n ")) == ()


PIECES = st.sampled_from(
    "10 1,000 2.5 $ £ US$ million bn a half of two - – to or between and % per mile km year old aged , . ( ) in no "
    "the voted 397 0 more than about over dozens ½ / th 10^400 ² ٣ sub minus + up fell votes against including".split()
)


@given(st.lists(PIECES, max_size=14) | st.lists(st.text(max_size=6), max_size=8), st.booleans())
def test_no_text_raises_and_every_span_slices_true(words: list[str], spaced: bool) -> None:
    words = [word for word in words if word]
    heads = [max(place - 1, 0) for place in range(len(words))]
    doc = Doc(
        Vocab(), words=words, spaces=[spaced] * len(words), heads=heads or None, deps=["nummod"] * len(words) or None
    )
    text = doc.text
    found = read(doc)
    for quantity in found:
        assert quantity.span.text == text[quantity.span.start : quantity.span.end]
        value = quantity.value
        assert value.low is None or value.high is None or value.low <= value.high
    assert [quantity.span.start for quantity in found] == sorted(quantity.span.start for quantity in found)


def test_every_unit_form_is_read_as_the_lexemes_are_cut() -> None:
    assert all(unit.name and unit.kind for unit in units().behind.values())
    assert units().behind["kilometres per hour"].name == "kilometer-per-hour"
    assert "all" not in units().behind
