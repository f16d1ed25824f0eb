"""Tests of ``rashomon.link.statements``: which claims report one statement."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import msgspec
import pytest

from rashomon.link.statements import with_statements
from rashomon.link.statements.pairs import Comparison, Speakers
from rashomon.link.statements.sayings import Sayings
from rashomon.records import Article, Claim, Entity, Time
from rashomon.records.findings import SpeakerKind, Stance
from rashomon.values.intervals import Interval
from tests.publish.tellings import claim, doing, entity

FILLER = (
    "Work on the weir began in May and is to cost nine hundred thousand crowns.",
    "The province pays a third of it, and the rest comes out of the tolls.",
    "Nobody has used the lock since the paper mill closed eleven years ago.",
    "Carts have gone round by the upper bridge, which is narrow.",
)
"""What else the accounts tell."""
CLERK = "Anna Kessel"
QUOTATION = "“The weir has two sunken arches and nobody will cross it again,”"


class Story:
    """Articles that each report one claim, and who speaks in them."""

    def __init__(self, article_of: Callable[..., Article]) -> None:
        self._article_of = article_of
        self.articles: list[Article] = []
        self.claims: list[Claim] = []
        self.entities: dict[str, Entity] = {}

    def tell(
        self,
        content: str,
        *more: str,
        speaker: str | None = CLERK,
        kind: SpeakerKind = "person",
        named: bool = True,
        stance: Stance = "assert",
        day: str = "2031-03-02",
    ) -> Claim:
        """Add an article with one claim; a speaker who is not ``named`` is no entity."""
        source = f"account {len(self.articles)}"
        article = self._article_of(
            f"{speaker or 'It'} said {' '.join((content, *more))}.", *FILLER, source=source, day=day
        )
        told = claim(article, speaker, "said", content, *more, kind=kind)
        if speaker is not None and named:
            known = self.entities.setdefault(speaker, entity(told.speaker.span, speaker)) if told.speaker.span else None
            told = msgspec.structs.replace(
                told, speaker=msgspec.structs.replace(told.speaker, entity=known.id if known else None)
            )
        told = doing(told, stance)
        self.articles.append(article)
        self.claims.append(told)
        return told

    def part_of(self, part: str, whole: str) -> None:
        """Put one speaker inside another."""
        self.entities[part] = msgspec.structs.replace(self.entities[part], part_of=self.entities[whole].id)

    def groups(self) -> list[list[int]]:
        """Return the places of the claims by statement."""
        found: dict[str, list[int]] = {}
        for place, told in enumerate(with_statements(self.claims, self.entities.values(), self.articles)):
            found.setdefault(told.statement, []).append(place)
        return list(found.values())

    def why(self) -> set[str]:
        """Return the reasons that the first two claims have in common."""
        sayings = Sayings(self.articles)
        one, other = (sayings.of([(place, self.claims[place])]) for place in (0, 1))
        comparison = Comparison(self.articles, Speakers(self.entities.values()))
        return {reason.why for reason in comparison.reasons(one, other)}


@pytest.fixture
def story(article_of: Callable[..., Article]) -> Story:
    """Return a story without accounts."""
    return Story(article_of)


TOLD = "that two arches of the Ferrel weir had sunk by 14 inches"


def test_what_one_speaker_is_told_to_have_said_is_one_statement(story: Story) -> None:
    story.tell(TOLD)
    story.tell("the arches of the weir at Ferrel had sunk 14 inches")
    assert story.groups() == [[0, 1]]
    assert story.why() == {"same words", "same numbers"}


def test_a_quotation_and_its_part_are_one(story: Story) -> None:
    story.tell(QUOTATION)
    story.tell("“nobody will cross it again, and the weir has two sunken arches and nobody will cross it”")
    assert story.groups() == [[0, 1]]
    assert "same quotation" in story.why()


def test_a_direct_and_an_indirect_report_are_one(story: Story) -> None:
    story.tell(QUOTATION)
    story.tell("that nobody would cross the weir with its sunken arches again")
    assert story.groups() == [[0, 1]]


def test_other_words_of_one_speaker_are_another_statement(story: Story) -> None:
    story.tell(TOLD)
    story.tell("that the orchard wall would be mended by the village council")
    assert story.groups() == [[0], [1]]


def test_common_words_make_no_statement(story: Story) -> None:
    story.tell("that there was work to do this year")
    story.tell("that there was work to do this year")
    assert story.groups() == [[0], [1]]


def test_another_speaker_makes_another_statement(story: Story) -> None:
    story.tell(QUOTATION)
    story.tell(QUOTATION, speaker="Peter Holm")
    assert story.groups() == [[0], [1]]


def test_a_spokeswoman_and_her_ministry_are_one_speaker(story: Story) -> None:
    story.tell(TOLD)
    story.tell(TOLD, speaker="River Ministry")
    story.part_of(CLERK, "River Ministry")
    assert story.groups() == [[0, 1]]


def test_two_people_of_one_ministry_are_two(story: Story) -> None:
    story.tell(TOLD)
    story.tell(TOLD, speaker="River Ministry")
    story.tell(TOLD, speaker="Peter Holm")
    for person in (CLERK, "Peter Holm"):
        story.part_of(person, "River Ministry")
    assert story.groups() == [[0, 1], [2]]


def test_parts_that_go_in_a_circle_end(story: Story) -> None:
    story.tell(TOLD)
    story.tell(TOLD, speaker="River Ministry")
    story.part_of(CLERK, "River Ministry")
    story.part_of("River Ministry", CLERK)
    assert len(story.groups()) in {1, 2}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("assert", "confirm", True),
        ("assert", "warn", True),
        ("deny", "deny", True),
        ("assert", "deny", False),
        ("confirm", "doubt", False),
        ("assert", "decline", False),
        ("deny", "decline", False),
    ],
)
def test_nobody_says_and_denies_in_one_statement(story: Story, one: Stance, other: Stance, same: bool) -> None:
    story.tell(QUOTATION, stance=one)
    story.tell(QUOTATION, stance=other)
    assert (len(story.groups()) == 1) is same


def test_other_numbers_make_another_statement(story: Story) -> None:
    story.tell("that 30 arches of the Ferrel weir had sunk into the Tamarel")
    story.tell("that 45 arches of the Ferrel weir had sunk into the Tamarel")
    assert story.groups() == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("3,000", "3000"), ("3 million", "3,000,000"), ("1.5 billion", "1,500 million"), ("30", "thirty")],
)
def test_numbers_are_compared_by_what_they_are(story: Story, one: str, other: str) -> None:
    for number in (one, other):
        story.tell(f"that {number} crowns for the Ferrel weir had sunk into the Tamarel")
    assert story.groups() == [[0, 1]]


def test_a_negated_saying_is_another(story: Story) -> None:
    story.tell("that the arches of the Ferrel weir had sunk into the Tamarel")
    story.tell("that the arches of the Ferrel weir had not sunk into the Tamarel")
    assert story.groups() == [[0], [1]]


def said(story: Story, place: int, day: str) -> None:
    """Give the time at which a claim was made."""
    moment = date.fromisoformat(day)
    story.claims[place] = msgspec.structs.replace(
        story.claims[place], said=Time(timex=day, earliest=moment, latest=moment, evidence=())
    )


def test_what_was_said_on_two_days_is_said_twice(story: Story) -> None:
    story.tell(TOLD)
    story.tell(TOLD)
    for place, day in enumerate(("2031-03-01", "2031-03-02")):
        said(story, place, day)
    assert story.groups() == [[0], [1]]


def test_what_accounts_of_two_months_tell_without_a_day_is_said_twice(story: Story) -> None:
    story.tell(TOLD, day="2031-02-02")
    story.tell(TOLD, day="2031-03-02")
    assert story.groups() == [[0], [1]]


def test_a_later_account_may_quote_what_was_said_long_before(story: Story) -> None:
    story.tell(QUOTATION, day="2031-02-02")
    story.tell(QUOTATION, day="2031-03-02")
    assert story.groups() == [[0, 1]]


@pytest.mark.parametrize("kind", ["unknown", "unnamed"])
def test_who_is_not_known_joins_by_a_long_quotation_only(story: Story, kind: SpeakerKind) -> None:
    story.tell(QUOTATION)
    story.tell(QUOTATION, speaker=None, kind=kind)
    story.tell(TOLD)
    story.tell(TOLD, speaker=None, kind=kind)
    assert story.groups() == [[0, 1], [2], [3]]


def test_two_who_are_no_entities_are_one_by_what_they_are_called(story: Story) -> None:
    for speaker in ("The harbour surveyor", "the harbour surveyor", "The orchard surveyor"):
        story.tell(TOLD, speaker=speaker, named=False)
    assert story.groups() == [[0, 1], [2]]


def test_prints_of_one_report_have_its_statements(story: Story) -> None:
    for _ in range(2):
        story.tell("that this could be so", speaker="Observers", kind="group", named=False)
    assert story.groups() == [[0], [1]]
    story.articles[1] = msgspec.structs.replace(story.articles[1], copy_of=story.articles[0].id)
    assert story.groups() == [[0, 1]]


def test_the_claims_of_one_cue_stay_together(story: Story) -> None:
    told = story.tell(TOLD)
    story.tell("that the orchard wall would be mended", speaker="Peter Holm")
    other = msgspec.structs.replace(told.speaker, entity=story.entities["Peter Holm"].id)
    story.claims.append(msgspec.structs.replace(told, id="c" * 13, speaker=other))
    assert story.groups() == [[0, 2], [1]]


def test_a_statement_of_two_is_not_that_of_one(story: Story) -> None:
    told = story.tell(TOLD)
    story.tell(TOLD, speaker="Peter Holm")
    other = msgspec.structs.replace(told.speaker, entity=story.entities["Peter Holm"].id)
    story.claims.append(msgspec.structs.replace(told, id="c" * 13, speaker=other))
    assert story.groups() == [[0, 2], [1]]


def test_a_statement_has_the_id_of_its_first_claim(story: Story) -> None:
    late = story.tell(TOLD, day="2031-03-03")
    early = story.tell(TOLD, day="2031-03-02")
    found = with_statements(story.claims, story.entities.values(), story.articles)
    assert {told.statement for told in found} == {early.statement}
    assert [told.id for told in found] == [late.id, early.id]


def test_nothing_but_the_statement_changes(story: Story) -> None:
    story.tell(QUOTATION)
    story.tell(QUOTATION)
    for given, found in zip(
        story.claims, with_statements(story.claims, story.entities.values(), story.articles), strict=True
    ):
        assert msgspec.structs.replace(found, statement=given.statement) == given


def test_the_order_changes_nothing(story: Story) -> None:
    for content in (QUOTATION, TOLD, QUOTATION, TOLD):
        story.tell(content)
    story.tell(QUOTATION, speaker=None, kind="unknown")
    expected = {
        told.id: told.statement for told in with_statements(story.claims, story.entities.values(), story.articles)
    }
    for claims in permutations(story.claims):
        found = with_statements(claims, reversed(list(story.entities.values())), story.articles[::-1])
        assert {told.id: told.statement for told in found} == expected


def test_the_work_grows_with_the_claims(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    weigh = Comparison.reasons

    def counted(*given: object) -> object:
        nonlocal compared
        compared += 1
        return weigh(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Comparison, "reasons", counted)
    done = []
    for start in (0, 120):
        for number in range(start, start + 120):
            story.tell(f"that the arches of the Ferrel weir had sunk by {number} inches")
        compared = 0
        story.groups()
        done.append(compared)
    assert done[1] < 2.5 * done[0]


@pytest.mark.parametrize("content", ["9" * 100_000, "٣ ٤ ½ ² ŉ", "’s", "“" * 50, "it", "1,2,3.4.5"])
def test_no_content_is_too_odd(story: Story, content: str) -> None:
    story.tell(content)
    story.tell(content)
    assert len(story.groups()) in {1, 2}


def test_no_claim_makes_no_statement() -> None:
    assert with_statements([], [], []) == ()


def test_a_claim_without_a_day_was_made_in_the_week_before(story: Story) -> None:
    told = story.tell(TOLD, day="2031-03-08")
    saying = Sayings(story.articles).of([(0, told)])
    assert saying.recent == Interval(date(2031, 3, 1), date(2031, 3, 8))
