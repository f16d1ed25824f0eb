"""Tests of ``rashomon.link.entities``: reasons, order, cost, what nouns mean, and who acts where a capital is named."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link import with_entities
from rashomon.link.entities import merges
from rashomon.link.entities.groups import ENOUGH, Merge
from rashomon.records import Entity
from tests.link.entities.accounts import Account, account, acting, entity_of, found, story

STORY = (
    account(
        "Anna Kessel, Kessel, and Peter Orsk of the National Water Agency in Moscow, Russia.",
        "person: Anna Kessel | Kessel",
        "person: Peter Orsk",
        "organization: National Water Agency",
        "place: Moscow",
        "place: Russia",
    ),
    account("1. Ana Kessel and NWA.", "person: Ana Kessel", "organization: NWA"),
    account("2. President Kessel, P. Orsk.", "person: Kessel < President", "person: P. Orsk"),
    account("3. Paul Orsk and Russia.", "person: Paul Orsk", "place: Russia"),
    account("4. Orsk and Russians.", "person: Orsk", "group: Russians"),
    account("5. National Water Agency (NWA).", "organization: National Water Agency | NWA"),
    account("6. New Wave Alliance.", "organization: New Wave Alliance"),
)


def reasons(*accounts: Account) -> list[Merge]:
    """Return why entities of accounts are one, without the company."""
    found = merges([one.annotation for one in accounts], [one.article for one in accounts])
    return [merge for merge in found if [reason.weight for reason in merge.reasons] != [1.0]]


def partition(entities: list[Entity]) -> set[tuple[str, str, frozenset[str]]]:
    """Return what is one, whatever the order of the articles."""
    return {
        (one.name, one.type, frozenset(f"{span.article} {span.start}" for span in one.mentions)) for one in entities
    }


def test_every_merge_shows_its_reasons() -> None:
    (merge,) = reasons(
        account("1. President Isaura Quell.", "person: Isaura Quell < President"),
        account("2. President Isaura Quill.", "person: Isaura Quill < President"),
    )
    assert {reason.name: reason.weight for reason in merge.reasons} == {
        "family names a letter apart": 0.2,
        "same given name": 0.35,
        "rare given name": 0.1,
        "same office": 0.15,
    }
    assert merge.score == 0.8


def test_merges_are_as_many_as_entities_that_vanish_and_each_is_good_enough() -> None:
    annotations, articles = [one.annotation for one in STORY], [one.article for one in STORY]
    steps = merges(annotations, articles)
    before = sum(len(annotation.entities) for annotation in annotations)
    assert len(steps) == before - len(with_entities(annotations, articles)[1])
    assert all(step.score >= ENOUGH for step in steps)


def test_reasons_are_of_the_articles_own_entities() -> None:
    ids = {entity.id for one in STORY for entity in one.annotation.entities}
    assert all({merge.one, merge.other} <= ids for merge in reasons(*STORY))


@given(st.permutations(STORY))
def test_the_order_of_the_articles_changes_nothing(accounts: list[Account]) -> None:
    assert partition(story(*accounts)[1]) == partition(story(*STORY)[1])


def test_what_the_articles_say_beside_names_is_not_needed() -> None:
    assert with_entities([one.annotation for one in STORY])[1]


def test_a_story_of_two_hundred_articles_is_done_in_two_seconds() -> None:
    chance = random.Random(5)
    names = [
        f"{chance.choice('ABCDEFGH')}{given} {family}{chance.choice(['', 'n', 'er'])}"
        for given in ("ana", "orin", "ulek", "emil")
        for family in ("Kessel", "Orsk", "Holm", "Brandt", "Zhelnar", "Quell", "Venn", "Dray")
    ]
    accounts = []
    for number in range(200):
        picked = chance.sample(names, 12)
        alone = [name.split()[1] for name in chance.sample(names, 4)]
        forms = sorted({*picked, *(name for name in alone if not any(name in full for full in picked))})
        accounts.append(account(f"{number}. {', '.join(forms)}.", *(f"person: {name}" for name in forms)))
    start = time.process_time()
    story(*accounts)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "name",
    [
        "x" * 1_000_000,
        "9" * 1_000_000,
        "A " * 100_000 + "B",
        "٣",
        "…",
        "'s",
        "Jr.",
        "President",
        "金正恩",
        "\u202e",
        "ﷺ",
    ],
)
@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_odd_names_do_no_harm(name: str, kind: str) -> None:
    accounts = [
        account(f"{number}. ({name})", "place: Russia" if number > 2 else "law: Ferry Act") for number in (1, 2)
    ]
    for one in accounts:
        entity = one.annotation.entities[0]
        odd = type(entity)(
            id=entity.id + "x",
            type=kind,  # type: ignore[arg-type]
            name=name,
            aliases=(type(entity.aliases[0])(text=name, count=1),),
            mentions=entity.mentions,
            roles=(),
            part_of=None,
        )
        with_entities([type(one.annotation)(reading=one.annotation.reading, entities=(odd,), claims=())], [one.article])


def test_an_office_that_speaks_is_its_holder_in_another_account() -> None:
    accounts = [
        account("U.S. Defense Secretary Lloyd Orsk.", "person: Lloyd Orsk < U.S. Defense Secretary"),
        account("So the US defence secretary said.", said=[("the US defence secretary", None)]),
    ]
    annotations, entities = story(*accounts)
    claim = annotations[1].claims[0]
    assert (claim.speaker.entity, claim.speaker.kind) == (entity_of(entities, "Lloyd Orsk").id, "person")
    assert claim.chain[0].entity == claim.speaker.entity


@pytest.mark.parametrize("noun", ["the defence secretary", "a former US defence secretary", "US defence officials"])
def test_a_noun_that_may_be_someone_else_is_nobody(noun: str) -> None:
    accounts = [
        account("U.S. Defense Secretary Lloyd Orsk.", "person: Lloyd Orsk < U.S. Defense Secretary"),
        account(f"So {noun} said.", said=[(noun, None)]),
    ]
    assert story(*accounts)[0][1].claims[0].speaker.entity is None


def test_who_is_named_right_after_an_office_holds_it() -> None:
    one = account(
        'It came, the Russian defence minister said. "It did," Pavel Orsk said.',
        "person: Pavel Orsk",
        said=[("the Russian defence minister", None), ("Pavel Orsk", "Pavel Orsk")],
    )
    annotations, entities = story(one)
    orsk = entity_of(entities, "Pavel Orsk")
    assert [role.text for role in orsk.roles] == ["the Russian defence minister"]
    assert annotations[0].claims[0].speaker.entity == orsk.id


def test_who_is_known_not_to_hold_an_office_is_not_its_holder() -> None:
    one = account(
        'It came, the US defence secretary said. "It did," Pavel Orsk said.',
        "person: Pavel Orsk",
        said=[("the US defence secretary", None), ("Pavel Orsk", "Pavel Orsk")],
        day="2024-10-24",
    )
    assert story(one)[0][0].claims[0].speaker.entity is None


@pytest.mark.parametrize(
    ("noun", "name", "state"),
    [
        ("South Korea's spy agency", "National Intelligence Service", "South Korea"),
        ("the Russian lower house", "State Duma", "Russia"),
        ("the Ukrainian parliament", "Verkhovna Rada", "Ukraine"),
        ("the US defence department", "Pentagon", "United States"),
        ("the Russian government", "Russia", "Russia"),
    ],
)
def test_a_body_named_by_its_nouns_is_the_body(noun: str, name: str, state: str) -> None:
    kind = "place" if name == state else "organization"
    accounts = [
        account(f"The {name} and {state}.", *dict.fromkeys([f"{kind}: {name}", f"place: {state}"])),
        account(f"So {noun} said.", said=[(noun, None)]),
    ]
    annotations, entities = story(*accounts)
    speaker = annotations[1].claims[0].speaker
    assert (speaker.entity, speaker.kind) == (entity_of(entities, name).id, "organization")


@pytest.mark.parametrize("agent", ["Moscow", "Kremlin"])
def test_a_capital_that_acts_is_its_state_and_one_that_is_acted_upon_a_place(agent: str) -> None:
    names = [f"place: {agent}", "place: Kyiv", "place: Russia", "place: Ukraine"]
    one = acting(account(f"{agent} met Kyiv. Russia, Ukraine.", *names), agent, "Kyiv")
    annotations, entities = story(one)
    actors = annotations[0].reading.events[0].actors
    assert [actor.entity for actor in actors] == [entity_of(entities, "Russia").id, entity_of(entities, "Kyiv").id]


def test_a_capital_that_acts_stays_itself_where_the_state_is_not_named() -> None:
    one = acting(account("Moscow met Kyiv.", "place: Moscow", "place: Kyiv"), "Moscow", "Kyiv")
    annotations, entities = story(one)
    assert annotations[0].reading.events[0].actors[0].entity == entity_of(entities, "Moscow").id


def test_a_capital_that_speaks_is_its_state_in_another_account() -> None:
    accounts = [account("Moscow said.", "place: Moscow", said=[("Moscow", "Moscow")]), STORY[3]]
    annotations, entities = story(*accounts)
    assert annotations[0].claims[0].speaker.entity == entity_of(entities, "Russia").id


def test_found_leaves_out_the_company() -> None:
    assert found(STORY[6]) == [{"New Wave Alliance"}]
