"""What the reader of one format hands on: visible text in blocks, and what stands beside the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rashomon.read import limits
from rashomon.records import Metadata

ADDRESS_FIELDS = ("link canonical", "meta og:url", "json-ld url")
"""Fields in which a page gives its own address, the strongest first."""
BODY = 0.5
"""Score from which a paragraph is taken for body."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One visible paragraph: its offsets in the text and, when it comes from a page, its place there."""

    start: int
    end: int
    gap: bool = True
    """Whether an empty line stands before it."""
    xpath: str | None = None
    tags: tuple[str, ...] = ()
    """Names of the elements around the text, outermost first."""
    labels: frozenset[str] = frozenset()
    """Words of the class, id and role attributes of the innermost elements around the text."""
    linked: float = 0.0
    """Share of its characters that stand inside links, 0 to 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What the user says of an article, in ``NAME.meta.toml`` or in the fields of a JSONL line."""

    url: str | None = None
    outlet: str | None = None
    date: str | date | None = None
    author: str | None = None
    title: str | None = None

    def metadata(self) -> tuple[Metadata, ...]:
        """Return what the user says as fields of the record."""
        fields = {
            "outlet": self.outlet,
            "author": self.author,
            "date": self.date if self.date is None or isinstance(self.date, str) else self.date.isoformat(),
            "title": self.title,
            "url": self.url,
        }
        return tuple(Metadata(field=f"given {name}", text=value, xpath=None) for name, value in fields.items() if value)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An article before anything is decided about it."""

    text: str
    blocks: tuple[Block, ...]
    scores: tuple[float, ...]
    """For each block how likely it is body, 0 to 1."""
    metadata: tuple[Metadata, ...] = ()
    """What the page says of itself outside its visible text, strongest first."""
    given: Given = field(default_factory=Given)

    def entries(self, fields: Iterable[str]) -> Iterator[Metadata]:
        """Yield what the user and the page say in ``fields``, in the order of the fields."""
        said = (*self.given.metadata(), *self.metadata)
        return (entry for field in fields for entry in said if entry.field == field)

    def words_of(self, block: Block) -> str:
        """Return the characters of a block."""
        return self.text[block.start : block.end]


class Unreadable(Exception):
    """Why an input is no article; becomes the reason of a ``Rejection`` and never leaves the stage."""


def check_length(characters: int, paragraphs: int) -> None:
    """Raise ``Unreadable`` when a text is too long to be an article."""
    for count, limit, what in (
        (characters, limits.CHARACTERS, "characters"),
        (paragraphs, limits.PARAGRAPHS, "paragraphs"),
    ):
        if count > limit:
            raise Unreadable(f"too long to be an article: {count:,} {what}, the limit is {limit:,}")
