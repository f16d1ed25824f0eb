"""What an account tells of the things that it counts: that they were sent, killed, freed, or are somewhere."""

import re
from dataclasses import dataclass

from rashomon.languages.figure_words import is_anyone, says_where, told_behind, told_of
from rashomon.records import Article, Quantity, Span
from rashomon.records.annotation import EventMention, Reading, Role

PARTS = frozenset({"agent", "patient", "recipient"})
THERE = "there"
"""That the things are somewhere: the relation of all that is told of them with no verb but a place."""
HAPPENED = frozenset({"happened", "ongoing"})
FAR = 1_000
"""Characters; no clause reaches so far."""
SUM = "sum"
"""That money was named: a sum is told from others by its number, not by what is done with it."""
GIVEN = "given"
"""That the things were handed over, which people seldom are: to them something was given."""
NEXT_WORD = re.compile(r"\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the things."""

    relation: str
    """A relation of the table of figures, else the verb, nothing where none is told."""
    verb: str
    role: Role | None
    """What the things are in it."""
    clause: Span | None
    mention: EventMention | None


def told(quantity: Quantity, article: Article, reading: Reading) -> Told:
    """Return what is told of the things of a quantity.

    Words right behind them ("50 people dead") come before the event in which they take part, and that they are
    somewhere before what they are to do there.
    """
    mention = _mention(quantity, reading)
    if quantity.kind == "money":
        return Told(SUM, "", None, None, mention)
    known = None if mention is None else _relation(mention, quantity)
    behind = told_behind(_word_behind(quantity, article))
    if behind is not None and known != told_of(behind, as_agent=False):
        return Told(told_of(behind, as_agent=False) or behind, behind, "patient", None, None)
    if mention is None or (known is None and mention.status not in HAPPENED and is_somewhere(quantity)):
        return Told(THERE if is_somewhere(quantity) else "", "", None, None, None)
    return Told(known or mention.kind, mention.kind, _role(mention, quantity.span), mention.clause, mention)


def is_somewhere(quantity: Quantity) -> bool:
    """Return whether words with the noun say where the things are, even of a place that is not named."""
    counted = quantity.counted
    return counted is not None and any(says_where(words.text.split()[0]) for words in counted.modifiers)


def _mention(quantity: Quantity, reading: Reading) -> EventMention | None:
    """Return the event in which the things take part, of several the one with fewest words.

    What a relative clause tells of them comes last: it says which they are.
    """
    inside = () if quantity.counted is None else quantity.counted.modifiers
    found = [
        (
            any(words.start <= event.trigger.start < words.end for words in inside),
            _relation(event, quantity) is None,
            event.clause.end - event.clause.start,
            order,
            event,
        )
        for order, event in enumerate(reading.events)
        if abs(event.trigger.start - quantity.span.start) < FAR
        and (
            _role(event, quantity.span) in PARTS
            or any(words.start <= event.trigger.start < words.end for words in inside)
        )
    ]
    return min(found, key=lambda one: one[:4])[4] if found else None


def _relation(mention: EventMention, quantity: Quantity) -> str | None:
    """Return the relation of the table that an event tells of the things, None where there is none."""
    relation = told_of(mention.kind, as_agent=_role(mention, quantity.span) == "agent")
    is_of_people = quantity.counted is not None and is_anyone(quantity.counted.head)
    return None if relation == GIVEN and is_of_people else relation


def _role(mention: EventMention, number: Span) -> Role | None:
    return next((one.role for one in mention.actors if one.span.start <= number.start < one.span.end), None)


def _word_behind(quantity: Quantity, article: Article) -> str:
    """Return the word behind the number, or behind the noun that follows it."""
    counted = quantity.counted
    follows = counted is not None and counted.span.start >= quantity.span.end
    match = NEXT_WORD.match(article.text, counted.span.end if counted is not None and follows else quantity.span.end)
    return "" if match is None else match.group(1)
