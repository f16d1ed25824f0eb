"""Tests of ``rashomon.link.events.scorer``: which mentions of events tell one event."""

import hashlib
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import permutations

import msgspec
import numpy as np
import pytest
from spacy.language import Language

from rashomon.errors import BrokenInstallation
from rashomon.languages.event_families import TABLE
from rashomon.languages.tables import table_bytes
from rashomon.link.events.constraints import Facts
from rashomon.link.events.mentions import Mention, MentionReader, Telling
from rashomon.link.events.pairs import FEATURES, GROUPS
from rashomon.link.events.scorer import WEIGHTS, groups, reasons, scorer
from rashomon.model import weights
from rashomon.model.reader import READER
from rashomon.values.intervals import Interval
from tests.link.events.tellings import mention, telling

TOPIC = "dam weir ferrel miller flood river council engineer"
FLOOD = ("council demolish weir ferrel", "river flood village orlu", "engineer warn council ferrel")


def as_places(found: list[list[Mention]]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((one.article, one.place) for one in group) for group in found}


def story() -> list[Telling]:
    """Return three articles that tell the same three events."""
    return [
        telling(name, [mention(name, 20 * number, clause) for number, clause in enumerate(FLOOD)], TOPIC)
        for name in ("a", "b", "c")
    ]


def test_what_several_articles_tell_alike_is_one_event() -> None:
    assert as_places(groups(story())) == {
        frozenset((name, 20 * number) for name in ("a", "b", "c")) for number in range(len(FLOOD))
    }


def test_the_order_of_the_articles_changes_nothing() -> None:
    expected = groups(story())
    for order in permutations(story()):
        found = groups(order)
        assert [[(one.article, one.place) for one in group] for group in found] == [
            [(one.article, one.place) for one in group] for group in expected
        ]


def test_every_mention_given_comes_back_in_one_group() -> None:
    articles = story()
    given = [id(one) for article in articles for one in article.mentions]
    assert sorted(id(one) for group in groups(articles) for one in group) == sorted(given)


def test_what_must_stay_apart_stays_apart_however_alike() -> None:
    first, second, third = story()
    days = [Interval(date(2031, 3, day), date(2031, 3, day)) for day in (1, 9)]
    dated = [
        replace(article, mentions=(replace(article.mentions[0], facts=Facts(days=day)), *article.mentions[1:]))
        for article, day in zip((first, second), days, strict=True)
    ]
    for group in as_places(groups([*dated, third])):
        assert not {("a", 0), ("b", 0)} <= group


def test_nothing_is_linked_where_there_is_nothing_to_link() -> None:
    assert groups([]) == []
    assert groups([telling("a", [])]) == []
    alone = mention("a", 0, FLOOD[0])
    assert groups([telling("a", [alone])]) == [[alone]]
    assert len(groups([telling("a", [alone]), telling("b", [])])) == 1


def test_articles_that_have_nothing_in_common_share_no_event() -> None:
    other = telling("z", [mention("z", 0, "actor marry singer venice")], "wedding guest palace gondola")
    found = as_places(groups([*story(), other]))
    assert frozenset({("z", 0)}) in found


def test_a_link_can_be_explained() -> None:
    articles = story()
    found = reasons(articles, articles[0].mentions[0], articles[1].mentions[0])
    assert [reason.weight for reason in found] == sorted((reason.weight for reason in found), reverse=True)
    assert {reason.group for reason in found} == set(GROUPS)
    values = {name: value for reason in found for name, value in reason.features}
    assert set(values) == set(FEATURES)
    assert values["same kind"] == 1
    assert values["agents"] == 1
    assert found[0].weight > 0


def test_the_cost_grows_with_the_number_of_articles() -> None:
    def seconds(count: int) -> float:
        articles = [
            telling(
                f"{number:03}",
                [
                    mention(f"{number:03}", 20 * place, f"actor{(number + place) % 7} verb{place} thing{number % 5}")
                    for place in range(20)
                ],
                TOPIC,
            )
            for number in range(count)
        ]
        began = time.process_time()
        groups(articles)
        return time.process_time() - began

    seconds(10)
    ratios = sorted(seconds(200) / seconds(100) for _ in range(3))
    assert ratios[0] < 3


def test_words_and_chances_are_as_trained() -> None:
    known = scorer().settings
    assert len(known.ordinary) == len(FEATURES)
    assert known.rarity("say") < known.rarity("council") < known.rarity("ferrel")
    assert 0 < known.threshold < 1
    assert scorer().chances(np.zeros((0, len(FEATURES)), np.float32)).shape == (0,)


@pytest.fixture
def fresh() -> Iterator[None]:
    """Forget the scorer, before a test that replaces it and after."""
    scorer.cache_clear()
    yield
    scorer.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("content", [b"", b"no graph at all"])
def test_altered_weights_are_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_bytes", replaced(content))
    with pytest.raises(BrokenInstallation, match=rf"'{WEIGHTS}' is altered.*install the package again"):
        groups(story())


def replaced(content: bytes) -> Callable[[str], bytes]:
    """Return a reader of the files of the model in which the scorer has other content."""
    return lambda name: content if name == WEIGHTS else files("rashomon.model").joinpath(name).read_bytes()


def test_two_texts_tell_of_one_vote(nlp: Language) -> None:
    texts = {
        "a": "The parliament of Tamarel ratified the fishing treaty with Orlu today. Ministers welcomed the vote.",
        "b": "Lawmakers in Tamarel have ratified a fishing treaty with Orlu. The weir in Ferrel was demolished.",
    }
    reader = MentionReader(nlp)
    articles = []
    for name, text in texts.items():
        doc = nlp(text)
        articles.append(reader.read(name, doc, [[token.i] for token in doc if token.pos_ == "VERB"]))
    found = [{(one.article, one.kind) for one in group} for group in groups(articles)]
    assert {("a", "ratify"), ("b", "ratify")} in found
    assert {("b", "demolish")} in found


def test_odd_texts_are_read(nlp: Language) -> None:
    reader = MentionReader(nlp)
    for text in ("", " ", "\n\n", "x" * 10_000, "٣ ١٢ " * 50, "!?"):
        doc = nlp(text)
        articles = [reader.read(name, doc, [[token.i] for token in doc][:30]) for name in ("a", "b")]
        assert sum(map(len, groups(articles))) == 2 * min(30, len(doc))


def test_the_weights_were_trained_with_the_language_model_and_the_words_that_are_shipped() -> None:
    manifest = tomllib.loads(files("rashomon.model").joinpath("manifest.toml").read_text(encoding="utf-8"))["files"]
    assert manifest[WEIGHTS]["reader_sha256"] == manifest[READER]["sha256"]
    assert manifest[WEIGHTS]["families_sha256"] == hashlib.sha256(table_bytes(TABLE)).hexdigest()


def test_settings_are_read_back_as_written() -> None:
    known = scorer().settings
    assert msgspec.json.decode(msgspec.json.encode(known), type=type(known)) == known
