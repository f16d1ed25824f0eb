"""A story made by hand that has something of everything: a timeline, figures and their parts, differences."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest

from rashomon.records import Article, Claim, Difference, Entity, Event, Figure, Outlet, Record
from tests.publish.tellings import claim, days, difference, entity, figure, happening, point, side, telling, words

GAZETTE = (
    "FERREL — The old weir of Ferrel broke on Monday. About 40 mill workers were sent home by March 10, the council "
    "said. Nobody has been told of the cracks, it said. The weir was built in 1884."
)
POST = (
    "The weir of Ferrel broke on March 10. Mayor Ada Brill said that 60 mill workers were sent home. Two of them live "
    "in Osk. The mayor rejected reports that the council had been told of the cracks."
)
LEDGER = (
    "Ferrel’s dam gave way on Monday. More than 100 mill workers have been sent home. The council will vote on a new "
    "weir on Friday. The council had been told of the cracks in May."
)


@dataclass(frozen=True, slots=True, repr=False)
class Weir:
    """The story with its parts by name."""

    record: Record
    gazette: Article
    post: Article
    ledger: Article
    ada: Entity
    claims: tuple[Claim, ...]
    broke: Event
    vote: Event
    built: Event
    told: Event
    home: Figure
    in_osk: Figure
    when: Difference
    how_many: Difference
    named: Difference


@pytest.fixture(scope="session")
def weir(article_of: Callable[..., Article], record_of: Callable[..., Record]) -> Weir:
    """Return the story of the weir of Ferrel, told by three outlets."""
    gazette, post, ledger = (
        msgspec.structs.replace(
            article_of(text, source=f"{name}.txt", day=day),
            outlet=Outlet(name=name, basis="given", evidence=(), metadata=()),
        )
        for name, day, text in (
            ("Weir Gazette", "2031-03-10", GAZETTE),
            ("Ferrel Post", "2031-03-11", POST),
            ("Osk Ledger", "2031-03-12", LEDGER),
        )
    )
    gazette = msgspec.structs.replace(gazette, dateline=words(gazette, "FERREL"))
    ada = entity(words(post, "Ada Brill"), "Ada Maria Brill")
    council = claim(gazette, "the council", "said", "About 40 mill workers were sent home", kind="unknown")
    brill = claim(post, "Mayor Ada Brill", "said", "that 60 mill workers were sent home", of=ada)
    monday = days("2031-03-10", "2031-03-10")
    broke = happening(
        words(gazette, "FERREL — The old weir of Ferrel broke on Monday."),
        *(words(article, text) for article, text in ((gazette, "broke"), (post, "broke"), (ledger, "gave way"))),
        label="The old weir of Ferrel broke",
        time=monday,
        rank=1,
    )
    vote = happening(
        words(ledger, "The council will vote on a new weir on Friday."),
        words(ledger, "vote"),
        label="The council will vote on a new weir",
        time=days("2031-03-14", "2031-03-14"),
        status="planned",
        rank=3,
    )
    built = happening(
        words(gazette, "The weir was built in 1884."),
        words(gazette, "built"),
        label="The weir was built",
        time=days("1884-01-01", "1884-12-31"),
        background=True,
        rank=4,
    )
    told = happening(
        words(post, "The mayor rejected reports that the council had been told of the cracks."),
        words(post, "told"),
        words(ledger, "told"),
        label="the council had been told of the cracks",
        status="denied",
    )
    home = figure(
        point(words(gazette, "About 40"), 36, 44, number=40, as_of=days(None, "2031-03-10"), claim=council),
        point(
            words(post, "60"), 60, 60, number=60, as_of=days("2031-03-11", "2031-03-11"), claim=brill,
            relation="update", why="a day later, and more can be sent home",
        ),
        point(
            words(ledger, "More than 100"), 101, None, number=100, as_of=days("2031-03-12", "2031-03-12"),
            relation="update", why="a day later, and more can be sent home",
        ),
        label="mill workers sent home",
    )  # fmt: skip
    in_osk = figure(point(words(post, "Two"), 2, 2, number=2), label="mill workers who live in Osk", part_of=home)
    when = difference(
        "finer", broke.id, "when",
        side("Monday", words(gazette, "Monday"), words(ledger, "Monday")), side("March 10", words(post, "March 10")),
        note="March 10 is that Monday.", rank=2,
    )  # fmt: skip
    how_many = difference(
        "update", home.id, "how many",
        side("About 40", words(gazette, "About 40")), side("60", words(post, "60")),
        side("More than 100", words(ledger, "More than 100")),
        note="The number went from about 40 to more than 100.", rank=1,
    )  # fmt: skip
    named = difference(
        "wording", broke.id, "how named", side("weir", words(gazette, "weir")), side("dam", words(ledger, "dam")),
        note="One account calls it a dam.", rank=3,
    )  # fmt: skip
    record = telling(record_of(gazette, post, ledger), council, brill, entities=(ada,))
    record = msgspec.structs.replace(
        record, events=(built, broke, vote, told), figures=(home, in_osk), differences=(how_many, when, named)
    )
    return Weir(
        record, gazette, post, ledger, ada, (council, brill), broke, vote, built, told, home, in_osk, when, how_many,
        named,
    )  # fmt: skip
