"""Which entities of several articles are the same: candidates by shared keys, reasons with weights, groups.

What is the same for certain (a full name, a state, a chamber) comes together first; then names in full that are spelled
or shortened otherwise; then family names alone, acronyms and short forms, where only one of the story fits. Two people
who stand side by side in one article are never one. After the manner of record linkage (Fellegi and Sunter 1969) with
hand-set weights: a sum of named reasons, so that every merge shows why.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from rashomon.languages.states import state_name
from rashomon.link.entities.bodies import SMALL
from rashomon.link.entities.body_links import link_bodies
from rashomon.link.entities.groups import Group, Groups, Merge
from rashomon.link.entities.named import Named, all_named
from rashomon.link.entities.nouns import Nouns, introduced, with_role
from rashomon.link.entities.parts import wholes
from rashomon.link.entities.people_links import link_people
from rashomon.link.entities.renaming import Renaming
from rashomon.link.entities.words import initials, letters, words_of
from rashomon.records import Alias, Article, Entity
from rashomon.records.annotation import Annotation
from rashomon.records.findings import EntityType

OFTEN = 0.2
"""Share of the mentions from which on a longer form is the name, and no slip or headline."""
SHOUTED = 5
"""Letters of a name in capitals from which on it is no acronym."""


def with_entities(
    annotations: Sequence[Annotation], articles: Sequence[Article] = ()
) -> tuple[list[Annotation], list[Entity]]:
    """Return the annotations with the entities of the story in place of each article's own, and these entities.

    Annotations come in record order; an entity keeps the id of the first article that names it. The articles are those
    that the annotations are of, in any order; what stands beside a name is read there, and is not without them.
    """
    by_id = {article.id: article for article in articles}
    groups = _joined(annotations, by_id)
    order = {entity.id: place for place, entity in enumerate(_all(annotations))}
    found = sorted(groups.all(), key=lambda group: min(order[one.entity.id] for one in group.members))
    members = [sorted(group.members, key=lambda one: order[one.entity.id]) for group in found]
    ids = {one.entity.id: several[0].entity.id for several in members for one in several}
    parts = {place: ids[whole.first.entity.id] for place, whole in wholes(found, by_id).items()}
    countries = {parts[place] for place, group in enumerate(found) if place in parts and _is_people(group)}
    entities = [_merged(several, parts.get(place), countries) for place, several in enumerate(members)]
    renaming = Renaming(ids, Nouns(found))
    return [renaming.annotation(annotation) for annotation in annotations], entities


def merges(annotations: Sequence[Annotation], articles: Sequence[Article] = ()) -> list[Merge]:
    """Return why entities of articles are the same: each step by which two were joined, with its reasons.

    The steps of one group form a tree; ids are those of the articles' own entities.
    """
    return _joined(annotations, {article.id: article for article in articles}).merges


def _joined(annotations: Sequence[Annotation], articles: Mapping[str, Article]) -> Groups:
    known = all_named(annotations, articles)
    by_id = {one.entity.id: one for one in known}
    for annotation in annotations:
        for entity, noun in introduced(annotation, by_id, articles.get(annotation.reading.article)).items():
            by_id[entity] = with_role(by_id[entity], noun)
    groups = Groups(list(by_id.values()))
    link_people(groups)
    link_bodies(groups)
    return groups


def _all(annotations: Sequence[Annotation]) -> list[Entity]:
    return [entity for annotation in annotations for entity in annotation.entities]


def _is_people(group: Group) -> bool:
    return group.lead.entity.type == "group"


def _merged(several: Sequence[Named], part_of: str | None, countries: Collection[str]) -> Entity:
    entities = [one.entity for one in several]
    counts: Counter[str] = Counter()
    for entity in entities:
        counts.update({alias.text: alias.count for alias in entity.aliases})
    return msgspec.structs.replace(
        entities[0],
        type="place" if entities[0].id in countries else _type(several),
        name=_name(several),
        aliases=tuple(Alias(text=text, count=count) for text, count in counts.items()),
        mentions=tuple(span for entity in entities for span in entity.mentions),
        roles=tuple(span for entity in entities for span in entity.roles),
        part_of=part_of,
    )


def _type(several: Sequence[Named]) -> EntityType:
    """Return the type that most mentions have; what is taken for a person here and for a body there is none."""
    if several[0].state is not None and several[0].state.by == "name":
        return "place"
    people = [one for one in several if one.is_person]
    by_family = any(one.names for one in people) and all(
        one.is_person or len(one.bodies[0].words) == 1 for one in several
    )
    if by_family or len(people) == len(several) or any(one.offices for one in people):
        return "person"
    counts: dict[EntityType, int] = defaultdict(int)
    for one in several:
        counts[one.entity.type] += len(one.entity.mentions)
    if len(counts) > 1:
        counts.pop("person", None)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _name(several: Sequence[Named]) -> str:
    """Return the fullest name: of a state its usual one, of others one that is used often enough to be no slip."""
    counts: Counter[str] = Counter()
    for one in several:
        counts.update({" ".join(alias.text.split()): alias.count for alias in one.entity.aliases})
    state = several[0].state
    if state is not None and state.by == "name":
        usual = state_name(state.code)
        return usual if usual in counts else max(counts, key=lambda form: (counts[form], len(form), form))
    full = Counter(one.entity.name for one in several)
    often = sum(counts.values()) * OFTEN
    short = frozenset(letters(words_of(form)) for form in counts)

    def rank(name: str) -> tuple[bool, bool, int, int, int, str]:
        shouted = (name.isupper() and len(name) > SHOUTED) or name.endswith("cratic")
        words = words_of(name)
        sure = any(one.is_person for one in several) or counts[name] >= often or bool(initials(words, SMALL) & short)
        return not shouted, sure, len(words), full[name], len(name), name

    return max([*full, *counts], key=rank)
