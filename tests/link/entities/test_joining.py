"""Tests of ``rashomon.link.entities``: which entities of several articles are the same."""

from collections.abc import Callable, Iterator

import msgspec
import pytest

from rashomon.link import with_entities
from rashomon.records import About, Alias, Article, Claim, Entity, Link, Place, Span, Speaker
from rashomon.records.annotation import Actor, Annotation, EventMention, Reading
from rashomon.records.findings import EntityType
from rashomon.records.ids import id_of

Of = Callable[..., Annotation]
TEXT = "Anna Kessel met Peter Holm in Ferrel and the others of them said so on a Monday."


@pytest.fixture
def tells(article_of: Callable[..., Article]) -> Of:
    """Make what one article tells: entities by name and type; the first speaks and acts, the last is a place."""

    def make(source: str, *entities: tuple[str, EntityType]) -> Annotation:
        article = article_of(TEXT, source=source)
        spans = [article.span(2 * place, 2 * place + 2) for place in range(len(entities))]
        found = [_entity(span, name, kind) for span, (name, kind) in zip(spans, entities, strict=True)]
        first, last = (found[0].id, found[-1].id) if found else (None, None)
        cue = article.span(40, 44)
        claim = Claim(
            id=id_of("claim", cue),
            article=article.id,
            statement=id_of("statement", cue),
            speaker=Speaker(entity=first, span=cue, kind="person"),
            chain=(Link(role="channel", entity=None, span=cue), Link(role="speaker", entity=first, span=cue)),
            ground=None,
            cue=cue,
            stance="assert",
            content=(cue,),
            direct=False,
            said=None,
            about=About(events=(), figures=()),
        )
        event = EventMention(
            kind="meet",
            trigger=cue,
            clause=cue,
            status="happened",
            actors=(Actor(role="agent", entity=first, span=cue), Actor(role="patient", entity=None, span=cue)),
            place=Place(entity=last, span=cue),
            time=None,
            claim=claim.id,
            through=None,
            takes_up=None,
            vote=None,
        )
        reading = Reading(article=article.id, times=(), quantities=(), events=(event,))
        return Annotation(reading=reading, entities=tuple(found), claims=(claim,))

    return make


def _entity(span: Span, name: str, kind: EntityType) -> Entity:
    return Entity(
        id=id_of("entity", span),
        type=kind,
        name=name,
        aliases=(Alias(text=name, count=1),),
        mentions=(span,),
        roles=(span,),
        part_of=None,
    )


def names(entities: list[Entity]) -> list[str]:
    """Return the names of entities."""
    return [entity.name for entity in entities]


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Anna Kessel", "Anna Kessel", "person", True),
        ("Anna Kessel", "ANNA KESSEL", "person", True),
        ("Kessel", "Kessel", "person", False),
        ("Anna", "Anna", "person", False),
        ("Anna Kessel", "Ana Kessel", "person", True),
        ("Treasury", "Treasury", "organization", True),
        ("United States", "US", "place", True),
        ("Germany", "Berlin", "place", False),
        ("Berlin", "Berlin", "place", True),
        ("Germans", "Germans", "group", True),
    ],
)
def test_what_has_the_same_telling_name_is_the_same(
    tells: Of, one: str, other: str, kind: EntityType, same: bool
) -> None:
    _, found = with_entities([tells("a", (one, kind)), tells("b", (other, kind))])
    assert len(found) == (1 if same else 2)


def test_one_name_of_two_kinds_is_two_things(tells: Of) -> None:
    _, found = with_entities([tells("a", ("Paris Hill", "person")), tells("b", ("Paris Hill", "place"))])
    assert len(found) == 2


def test_entities_stand_in_the_order_of_the_articles(tells: Of) -> None:
    first = tells("a", ("Anna Kessel", "person"), ("Ferrel", "place"))
    second = tells("b", ("Peter Holm", "person"), ("Ferrel", "place"))
    assert names(with_entities([first, second])[1]) == ["Anna Kessel", "Ferrel", "Peter Holm"]
    assert names(with_entities([second, first])[1]) == ["Peter Holm", "Ferrel", "Anna Kessel"]


def test_an_entity_keeps_the_id_of_the_first_article_that_names_it(tells: Of) -> None:
    first, second = tells("a", ("Anna Kessel", "person")), tells("b", ("Anna Kessel", "person"))
    (found,) = with_entities([first, second])[1]
    assert found.id == first.entities[0].id != second.entities[0].id


def test_an_entity_has_the_mentions_forms_and_roles_of_all_articles(tells: Of) -> None:
    first, second = tells("a", ("Anna Kessel", "person")), tells("b", ("ANNA KESSEL", "person"))
    third = tells("c", ("Anna Kessel", "person"))
    (found,) = with_entities([first, second, third])[1]
    every = tuple(span for one in (first, second, third) for span in one.entities[0].mentions)
    assert (found.mentions, found.roles) == (every, every)
    assert {alias.text: alias.count for alias in found.aliases} == {"Anna Kessel": 2, "ANNA KESSEL": 1}


def test_an_entity_has_its_fullest_name(tells: Of) -> None:
    (found,) = with_entities([tells("a", ("US", "place")), tells("b", ("United States", "place"))])[1]
    assert found.name == "United States"


def entity_ids(value: object) -> Iterator[str]:
    """Yield the ids of entities in what articles tell."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            found = getattr(value, name)
            if name == "entity" and found is not None:
                yield found
            else:
                yield from entity_ids(found)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from entity_ids(item)


def test_claims_and_events_follow_their_entities(tells: Of) -> None:
    given = [tells(source, ("Anna Kessel", "person"), ("Ferrel", "place")) for source in "abc"]
    annotations, found = with_entities(given)
    assert {id_ for one in annotations for id_ in entity_ids((one.claims, one.reading))} == {one.id for one in found}


def test_nothing_but_the_ids_of_entities_changes(tells: Of) -> None:
    given = [tells(source, ("Anna Kessel", "person")) for source in "ab"]
    annotations, _ = with_entities(given)
    assert annotations[0] == given[0]
    assert [claim.id for claim in annotations[1].claims] == [claim.id for claim in given[1].claims]
    assert annotations[1].reading.events[0].actors[1] == given[1].reading.events[0].actors[1]


def test_what_names_nobody_stays_as_it_is(tells: Of) -> None:
    given = [tells("a"), tells("b")]
    assert with_entities(given) == (given, [])


def test_no_article_has_no_entity() -> None:
    assert with_entities([]) == ([], [])
