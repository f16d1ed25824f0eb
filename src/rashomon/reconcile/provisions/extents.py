"""How far a clause reaches that tells a provision, and whether the words behind it say that it is someone's own."""

from rashomon.languages.provision_words import condition_openers, words_of
from rashomon.reconcile.provisions.verbs import says
from rashomon.reconcile.provisions.wording import Wording

TAIL = 9
"""Words behind a clause that may say whose words it is."""
CLOSING = '”"%)]'
DASHES = (";", "—", "–", "--", "(")


def end_of(sentence: Wording, place: int, *, relative: bool) -> int:
    """Return the place of the first word behind a clause; ``relative``: it ends at its first comma."""
    for at in range(place + 1, len(sentence.words)):
        word = sentence.words[at]
        if sentence.in_quotation(word.start) and not any(mark in word.before for mark in '“"'):
            continue
        if any(mark in word.before for mark in DASHES):
            return at
        if "," in word.before and not _narrows(sentence, at) and (relative or _breaks(sentence, at)):
            return at
    return len(sentence.words)


def closed(sentence: Wording, end: int) -> int:
    """Return the end of the last word of a clause, with the mark that closes what is quoted in it."""
    last = sentence.words[end - 1].end
    limit = sentence.words[end].start if end < len(sentence.words) else sentence.range.end
    opened = sentence.in_quotation(last)
    while last < limit and _closes(sentence.text[last : last + 2], opened=opened):
        last += 1
    return last


def is_spoken(sentence: Wording, end: int) -> bool:
    """Return whether the words behind a clause say who says so: ", critics say"."""
    return len(sentence.words) - end <= TAIL and says(sentence, end, len(sentence.words))


def is_torn(sentence: Wording, place: int, end: int) -> bool:
    """Return whether a clause ends inside its condition: "once 55 states, representing half of the people, ratify"."""
    if not 0 < end < len(sentence.words) or not sentence.lower(end).endswith("ing"):
        return False
    commas = any("," in word.before for word in sentence.words[end + 1 :])
    stretch = (sentence.words[place].start, sentence.words[end - 1].end)
    openers = (condition_openers(of_force=of_force) for of_force in (True, False))
    return commas and any(opener.search(sentence.text, *stretch) is not None for opener in openers)


def lists_on(sentence: Wording, end: int) -> bool:
    """Return whether a comma behind a clause parts what belongs together: "sweeping, secretive agreements"."""
    if end >= len(sentence.words) or "," not in sentence.words[end].before:
        return False
    word = sentence.words[end]
    kinds = ("definite", "indefinite", "breaks", "prepositions", "clauses", "adverbs", "relatives", "ending")
    begins = any(word.lower in words_of("phrases", kind) for kind in kinds) or _breaks(sentence, end)
    return not begins and not word.text[0].isupper() and not says(sentence, end, len(sentence.words))


def _closes(marks: str, *, opened: bool) -> bool:
    return marks[0] in CLOSING or (opened and marks in {",”", ".”"})


def _narrows(sentence: Wording, at: int) -> bool:
    return sentence.lower(at) == "but" and sentence.lower(at + 1) in words_of("phrases", "narrowing")


def _breaks(sentence: Wording, at: int) -> bool:
    """Return whether behind a comma begins what no longer says what is provided."""
    word, behind = sentence.lower(at), sentence.lower(at + 1)
    if word in words_of("phrases", "breaks"):
        return True
    if word in words_of("phrases", "clauses"):
        return behind in words_of("phrases", "subjects")
    return (word.endswith("ing") and word != "including") or (word.endswith("ly") and behind.endswith("ing"))
