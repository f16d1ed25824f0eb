"""What numbers count as figures of a story: what is told of the things counted, and which words narrow it."""

from functools import cache

from rashomon.languages.tables import table

TABLE = "english/figures.toml"


@cache
def _relations(part: str) -> dict[str, str]:
    return {verb: one["name"] for one in table(TABLE)["relations"] for verb in one[part].split()}


@cache
def _relations_of(*, state: bool) -> frozenset[str]:
    return frozenset(one["name"] for one in table(TABLE)["relations"] if one["state"] is state)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table(TABLE)["words"][name].split())


def told_of(lemma: str, *, as_agent: bool) -> str | None:
    """Return what a verb tells of the things that are its subject or object, if the table has a word for it."""
    return _relations("doing" if as_agent else "done").get(lemma)


def told_behind(word: str) -> str | None:
    """Return the verb of what a word behind a number says befell them: "50 people dead"."""
    verb: str | None = table(TABLE)["behind"].get(word.lower())
    return verb


def is_told(relation: str) -> bool:
    """Return whether it is one of the relations of the table."""
    return is_act(relation) or is_state(relation)


def is_act(relation: str) -> bool:
    """Return whether what is told was done to the things counted, so that the number can only be corrected upwards."""
    return relation in _relations_of(state=False)


def is_state(relation: str) -> bool:
    """Return whether what is told holds at a moment, so that the number may rise and fall."""
    return relation in _relations_of(state=True)


def leads_somewhere(lemma: str) -> bool:
    """Return whether a verb is one of motion: its place is where to."""
    return lemma in _words("toward")


def says_where(word: str) -> bool:
    """Return whether a word before a place says where something is counted."""
    return word.lower() in _words("where")


def leads_there(words: str) -> bool:
    """Return whether words of a place say where to."""
    return words.split(maxsplit=1)[0].lower() in _words("whereto")


def is_trivial(noun: str) -> bool:
    """Return whether a noun is counted in every text and makes no figure of a story."""
    return noun.lower() in _words("trivial")


def is_anyone(noun: str) -> bool:
    """Return whether a noun, or no noun, leaves open who the victims are."""
    return not noun or noun.lower() in _words("anyone")


def says_further(word: str) -> bool:
    """Return whether a word says that a number is not all there is: "a further 3,000"."""
    return word.lower() in _words("further")


def says_no_owner(word: str) -> bool:
    """Return whether an adjective only says who the counted are not: "foreign"."""
    return word.lower() in _words("elsewhere")
