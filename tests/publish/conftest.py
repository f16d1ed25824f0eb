"""A story made by hand that has something of everything: a timeline, figures and their parts, differences."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest

from rashomon.records import Article, Claim, Difference, Entity, Event, Figure, Outlet, Procedure, Record
from tests.publish.tellings import (
    claim,
    days,
    difference,
    entity,
    figure,
    happening,
    point,
    procedure,
    provision,
    side,
    stage,
    telling,
    vote,
    words,
)

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

SIGNED = (
    "Ferrel signed the River Accord with Osk on March 3. If either town is flooded, the other shall send its pumps, "
    "under Article 9 of the River Act. The River Accord goes to the Hall of Millers next."
)
PASSED = (
    "The Hall of Millers approved the River Accord by 31 votes to 4 on March 10. The accord obliges each town to lend "
    "pumps if the other is flooded. The House of Elders will vote later."
)
AGREED = "The elders of Ferrel unanimously backed the accord on March 20. Ada Brill, the mayor, has yet to sign it."


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


@dataclass(frozen=True, slots=True, repr=False)
class Accord:
    """A story that tells how far a treaty has come, with its parts by name."""

    record: Record
    signed: Article
    passed: Article
    agreed: Article
    moved: Procedure


@pytest.fixture(scope="session")
def accord(article_of: Callable[..., Article], record_of: Callable[..., Record]) -> Accord:
    """Return the story of a treaty that both houses of one town have passed."""
    signed, passed, agreed = (
        msgspec.structs.replace(
            article_of(text, source=f"{name}.txt", day=day),
            outlet=Outlet(name=name, basis="given", evidence=(), metadata=()),
        )
        for name, day, text in (
            ("Weir Gazette", "2031-03-04", SIGNED),
            ("Ferrel Post", "2031-03-11", PASSED),
            ("Osk Ledger", "2031-03-21", AGREED),
        )
    )
    passed = msgspec.structs.replace(passed, url="https://post.example/accord")
    ferrel = entity(words(signed, "Ferrel"), kind="place")
    millers = words(passed, "The Hall of Millers approved the River Accord by 31 votes to 4 on March 10.")
    elders = words(agreed, "The elders of Ferrel unanimously backed the accord on March 20.")
    moved = procedure(
        "River Accord",
        stage(
            "signed", "done", words(signed, "Ferrel signed the River Accord with Osk on March 3."),
            time=days("2031-03-03", "2031-03-03"),
        ),
        stage("submitted", "done", label="submitted to parliament", implied=True),
        stage(
            "lower_house", "done", millers, time=days("2031-03-10", "2031-03-10"), body="Hall of Millers",
            vote=vote(words(passed, "31 votes to 4"), 31, 4),
        ),
        stage(
            "upper_house", "done", elders, time=days("2031-03-20", "2031-03-20"), body="House of Elders",
            vote=vote(words(agreed, "unanimously"), unanimous=True),
        ),
        stage("assent", "next", label="signed into law"),
        stage("in_force", "pending"),
        party=ferrel,
        next_actor="the mayor",
        provisions=(
            provision(
                words(signed, "the other shall send its pumps"), words(signed, "If either town is flooded"),
                words(signed, "under Article 9 of the River Act"),
            ),
            provision(
                words(passed, "obliges each town to lend pumps"), words(passed, "if the other is flooded"),
                relation="wording",
            ),
        ),
    )  # fmt: skip
    record = telling(record_of(signed, passed, agreed), entities=(ferrel,))
    return Accord(msgspec.structs.replace(record, procedures=(moved,)), signed, passed, agreed, moved)


def hostile_words(accord: Accord) -> Record:
    """Return the story of the treaty with words that try to become more than text."""
    evil = "<img src=x onerror=alert(1)> \"'>[x](https://evil.example/) *y* \u202e"
    moved = msgspec.structs.replace(
        accord.moved,
        subject=msgspec.structs.replace(accord.moved.subject, name=evil),
        rule=evil,
        next_actor=evil,
        stages=tuple(msgspec.structs.replace(one, label=evil, body=evil) for one in accord.moved.stages),
    )
    return msgspec.structs.replace(accord.record, procedures=(moved,))
