"""Whether what stands as the subject of a reporting verb can speak: "the event highlighted ..." tells what it shows."""

from collections.abc import Container, Sequence

from spacy.tokens import Token

from rashomon.languages.people import people_nouns
from rashomon.languages.stances import agentive, reporting_words

SPEAKING = ("documents", "media", "utterances", "channels")


def is_mute(heads: Sequence[Token], word: Token | None, happenings: Container[int]) -> bool:
    """Tell whether all subjects (their head words) of a reporting word are things that say nothing by it.

    ``happenings`` are the tokens that name events: a storm, a vote. They, and other nouns for one thing that is no
    person, body or writing, bring to mind what they do not say; what is written refers to something and requires it
    without saying so either.
    """
    if word is None or not heads or not all(head.pos_ == "NOUN" and not head.ent_type_ for head in heads):
        return False
    lemma = word.lemma_.lower()
    if lemma in reporting_words("regulating"):
        return all(_is_thing(head) or _is_writing(head) for head in heads)
    if lemma in reporting_words("evoking"):
        return all(_is_thing(head) for head in heads)
    return lemma in reporting_words("happening") and all(head.i in happenings and _is_thing(head) for head in heads)


def _is_writing(noun: Token) -> bool:
    return noun.lemma_.lower() in reporting_words("documents")


def _is_thing(noun: Token) -> bool:
    """Tell whether a noun means nobody, by the tables and by its ending; many nouns for people are in no table."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or lemma in people_nouns("persons") | people_nouns("bodies") | people_nouns("withheld"):
        return False
    return not agentive(lemma) and not any(lemma in reporting_words(kind) for kind in SPEAKING)
