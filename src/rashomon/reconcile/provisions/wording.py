"""The words of a sentence with their places, so that its phrases can be followed word by word."""

from dataclasses import dataclass

from rashomon.text import WORD, Range

OPENING, CLOSING, STRAIGHT = "“", "”", '"'


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its offsets in the article, its letters in lower case, what stands before it."""

    start: int
    end: int
    text: str
    lower: str
    before: str
    """Characters between the word before and this one."""

    @property
    def joins(self) -> bool:
        """Whether nothing but a space, a hyphen or a quotation mark parts it from the word before."""
        return not self.before.strip(" \n-‑“”\"'‘’")


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence of an article."""

    text: str
    """The article's text."""
    paragraph: int
    """Where its paragraph begins."""
    range: Range
    words: tuple[Word, ...]

    def lower(self, place: int) -> str:
        """Return a word in lower case, empty beyond the last."""
        return self.words[place].lower if 0 <= place < len(self.words) else ""

    def joined(self, place: int) -> bool:
        """Return whether a word is there and hangs on the one before it."""
        return 0 < place < len(self.words) and self.words[place].joins

    def follows(self, place: int) -> bool:
        """Return whether a word is there, and only a space or a comma parts it from the one before."""
        return self.joined(place) or (0 < place < len(self.words) and "," in self.words[place].before)

    def starts_clause(self, place: int) -> bool:
        """Return whether a clause may begin with a word: at the start, behind a comma or a dash."""
        return place == 0 or any(mark in self.words[place].before for mark in (",", ";", ":", "—", "–", "--"))

    def in_quotation(self, offset: int) -> bool:
        """Return whether an offset lies inside quotation marks of its paragraph."""
        return quoted(self.text[self.paragraph : offset])


def quoted(before: str) -> bool:
    """Return whether a quotation is open at the end of some words."""
    return before.count(OPENING) > before.count(CLOSING) or before.count(STRAIGHT) % 2 == 1


def wording(text: str, paragraph: int, sentence: Range) -> Wording:
    """Return a sentence of an article by its words; ``paragraph`` is where its paragraph begins."""
    found: list[Word] = []
    at = sentence.start
    for match in WORD.finditer(text, sentence.start, sentence.end):
        found.append(
            Word(
                start=match.start(),
                end=match.end(),
                text=match.group(),
                lower=match.group().lower(),
                before=text[at : match.start()],
            )
        )
        at = match.end()
    return Wording(text=text, paragraph=paragraph, range=sentence, words=tuple(found))
