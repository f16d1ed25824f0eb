"""Tests of ``rashomon.publish.voices``: the claims of a record by speaker, and what could not be placed."""

from collections.abc import Callable
from typing import get_args

import msgspec
import pytest

from rashomon.publish.voices import KINDS, LONGEST, SAYS, Saying, unplaced, voices
from rashomon.records import Article, Record, Speaker
from rashomon.records.findings import SpeakerKind, Stance
from tests.publish.tellings import claim, doing, entity, moment, quantity, reading, telling, through, words

ArticleOf = Callable[..., Article]
RecordOf = Callable[..., Record]
TEXT = (
    "Anna Kessel said the weir fell. Holm denied it all. Officials warned of rain. The officials spoke of snow. "
    "On Monday she told reporters that it rained, citing a letter. Of 40 she knew nothing, and of 12 crowns."
)


@pytest.fixture
def article(article_of: ArticleOf) -> Article:
    return article_of(TEXT, source="weir.txt")


def test_every_stance_and_every_kind_of_speaker_has_a_word() -> None:
    assert set(SAYS) == set(get_args(Stance))
    assert set(KINDS) == set(get_args(SpeakerKind))


def test_who_speaks_in_most_accounts_comes_first_then_who_says_most(article_of: ArticleOf, record_of: RecordOf) -> None:
    one, other = article_of(TEXT, source="a"), article_of(TEXT, source="b")
    anna, holm = entity(words(one, "Anna Kessel")), entity(words(one, "Holm"))
    zoe, bea = entity(words(one, "Officials"), "Zoe"), entity(words(one, "reporters"), "Bea")
    claims = [
        *(claim(one, "Anna Kessel", cue, "fell", of=anna) for cue in ("said", "denied", "warned")),
        *(claim(told, "Holm", "denied", "all", of=holm) for told in (one, other)),
        claim(one, "Officials", "spoke", "snow", of=zoe),
        claim(one, "reporters", "knew", "nothing", of=bea),
    ]
    record = telling(record_of(one, other), *claims, entities=(anna, holm, zoe, bea))
    found = [(voice.name, voice.articles, len(voice.sayings)) for voice in voices(record)]
    assert found == [("Holm", 2, 2), ("Anna Kessel", 1, 3), ("Bea", 1, 1), ("Zoe", 1, 1)]


def test_an_entity_is_called_by_its_name(article: Article, record_of: RecordOf) -> None:
    anna = entity(words(article, "Anna Kessel"), "Dr Anna Maria Kessel")
    record = telling(record_of(article), claim(article, "she", "told", "it rained", of=anna), entities=(anna,))
    assert [voice.name for voice in voices(record)] == ["Dr Anna Maria Kessel"]


def test_unnamed_speakers_who_are_called_alike_stand_together(article: Article, record_of: RecordOf) -> None:
    record = telling(
        record_of(article),
        claim(article, "Officials", "warned", "rain", kind="unnamed"),
        claim(article, "The officials", "spoke", "snow", kind="unnamed"),
    )
    (voice,) = voices(record)
    assert (voice.name, voice.kind, len(voice.sayings)) == ("Officials", "not named", 2)


def test_unnamed_speakers_of_two_articles_stand_apart(article_of: ArticleOf, record_of: RecordOf) -> None:
    one, other = article_of(TEXT, source="a"), article_of(TEXT, source="b")
    claims = [claim(told, "Officials", "warned", "rain", kind="unnamed") for told in (one, other)]
    assert [voice.articles for voice in voices(telling(record_of(one, other), *claims))] == [1, 1]


def test_what_is_somebodys_own_may_be_anothers_each_time(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Ana Kessel wept. His office said it rained. Jon Holm left. His office denied it all.")
    second = article.text.rindex("His office")
    again = msgspec.structs.replace(
        claim(article, "His office", "denied", "all"),
        speaker=Speaker(entity=None, span=article.span(second, second + len("His office")), kind="organization"),
    )
    record = telling(record_of(article), claim(article, "His office", "said", "rained", kind="organization"), again)
    assert [(voice.name, len(voice.sayings)) for voice in voices(record)] == [("His office", 1), ("His office", 1)]


@pytest.mark.parametrize(
    ("text", "channel", "note"),
    [
        ("Holm told reporters that it rained.", "reporters", "to reporters"),
        ("Holm said to reporters that it rained.", "reporters", "to reporters"),
        ("Holm said on state television that it rained.", "state television", "on state television"),
        ("It rained, Holm said via Telegram.", "Telegram", "via Telegram"),
    ],
)
def test_a_channel_is_told_as_it_is_written(
    article_of: ArticleOf, record_of: RecordOf, text: str, channel: str, note: str
) -> None:
    article = article_of(text)
    cue = "told" if "told" in text else "said"
    told = through(claim(article, "Holm", cue, "rained", kind="person"), "channel", words(article, channel))
    (voice,) = voices(telling(record_of(article), told))
    assert voice.sayings[0].notes == (note,)


def test_what_someone_else_passes_on_goes_through_him(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Channel Nine reported that Holm had said that it rained.")
    carrier = claim(article, "Channel Nine", "reported", "Holm had said that it rained", kind="media")
    told = through(claim(article, "Holm", "said", "it rained"), "channel", words(article, "Channel Nine"))
    found = voices(telling(record_of(article), carrier, told))
    assert [saying.notes for voice in found for saying in voice.sayings] == [(), ("through Channel Nine",)]


def test_speakers_of_two_kinds_stand_apart(article: Article, record_of: RecordOf) -> None:
    record = telling(
        record_of(article),
        claim(article, "Officials", "warned", "rain", kind="unnamed"),
        claim(article, "The officials", "spoke", "snow", kind="group"),
    )
    assert len(voices(record)) == 2


@pytest.mark.parametrize("speaker", ["she", None])
def test_an_unknown_speaker_is_not_placed(article: Article, record_of: RecordOf, speaker: str | None) -> None:
    told = claim(article, speaker, "told", "it rained", kind="unknown")
    record = telling(record_of(article), told)
    assert voices(record) == []
    assert [saying.claim for saying in unplaced(record).sayings] == [told]


def test_every_claim_is_placed_or_not(article: Article, record_of: RecordOf) -> None:
    anna = entity(words(article, "Anna Kessel"))
    claims = [
        claim(article, "Anna Kessel", "said", "fell", of=anna),
        claim(article, "Officials", "warned", "rain", kind="unnamed"),
        claim(article, "she", "told", "it rained", kind="unknown"),
    ]
    record = telling(record_of(article), *claims, entities=(anna,))
    placed = [saying.claim for voice in voices(record) for saying in voice.sayings]
    left = [saying.claim for saying in unplaced(record).sayings]
    assert {one.id for one in (*placed, *left)} == {one.id for one in claims}
    assert len(placed) + len(left) == len(claims)


def test_what_the_example_story_says_is_placed_or_not(tamarel: Record) -> None:
    placed = [one for voice in voices(tamarel) for saying in voice.sayings for one in told_by(saying)]
    left = [one for saying in unplaced(tamarel).sayings for one in told_by(saying)]
    assert sorted(placed + left) == sorted(one.id for one in tamarel.claims)
    assert len(placed) > len(left)


def told_by(saying: Saying) -> list[str]:
    """Return the ids of the claims that a saying is listed for."""
    return [saying.claim.id, *(other.id for _, other in saying.also)]


def test_a_statement_is_listed_once_by_the_account_that_told_it_first(
    article_of: ArticleOf, record_of: RecordOf
) -> None:
    later = article_of("Anna Kessel said that the wall fell.", source="later.txt", day="2031-03-14")
    first = article_of("The wall fell, Anna Kessel said.", source="first.txt", day="2031-03-13")
    anna = entity(words(later, "Anna Kessel"))
    one = claim(later, "Anna Kessel", "said", "the wall fell", of=anna)
    other = msgspec.structs.replace(
        claim(first, "Anna Kessel", "said", "The wall fell", of=anna), statement=one.statement
    )
    (voice,) = voices(telling(record_of(later, first), one, other, entities=(anna,)))
    (saying,) = voice.sayings
    assert (saying.by, [by for by, _ in saying.also]) == ("first.txt", ["later.txt"])


def test_numbers_of_which_nothing_is_counted_are_not_placed(article: Article, record_of: RecordOf) -> None:
    bare = quantity(words(article, "40"), 40, 40)
    others = (
        quantity(words(article, "12"), 12, 12, counted=words(article, "crowns")),
        quantity(words(article, "12 crowns"), 12, 12, unit="crown", kind="money"),
    )
    record = telling(record_of(article), readings=(reading(article, quantities=(bare, *others)),))
    assert unplaced(record).numbers == ((bare, "weir.txt"),)


@pytest.mark.parametrize(("stance", "does"), [("assert", ""), ("deny", "denies"), ("decline", "does not say")])
def test_a_stance_but_for_plain_saying_is_told(
    article: Article, record_of: RecordOf, stance: Stance, does: str
) -> None:
    record = telling(record_of(article), doing(claim(article, "Officials", "warned", "rain", kind="group"), stance))
    (voice,) = voices(record)
    assert (voice.sayings[0].does, voice.sayings[0].cue) == (does, "warned")


def test_a_saying_names_its_account(article: Article, record_of: RecordOf) -> None:
    record = telling(record_of(article), claim(article, "Officials", "warned", "rain", kind="group"))
    assert voices(record)[0].sayings[0].by == "weir.txt"


def test_parts_of_what_is_said_are_joined(article: Article, record_of: RecordOf) -> None:
    record = telling(record_of(article), claim(article, "Officials", "warned", "rain", "snow", kind="group"))
    assert voices(record)[0].sayings[0].text == "rain … snow"


def test_what_is_said_at_length_is_cut_at_a_word(article_of: ArticleOf, record_of: RecordOf) -> None:
    long = "word " * 200 + "end"
    article = article_of(f"Officials warned {long}")
    record = telling(record_of(article), claim(article, "Officials", "warned", long, kind="group"))
    text = voices(record)[0].sayings[0].text
    assert len(text) <= LONGEST + 2
    assert text.endswith("word …")


def test_line_breaks_in_what_is_said_are_spaces(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Officials\nof  Ferrel warned\nof\train")
    record = telling(
        record_of(article), claim(article, "Officials\nof  Ferrel", "warned\nof", "of\train", kind="group")
    )
    (voice,) = voices(record)
    assert (voice.name, voice.sayings[0].cue, voice.sayings[0].text) == ("Officials of Ferrel", "warned of", "of rain")


def test_notes_tell_when_through_whom_and_on_what_ground(article: Article, record_of: RecordOf) -> None:
    told = claim(article, "Anna Kessel", "said", "fell", kind="group")
    told = through(told, "channel", words(article, "reporters"))
    told = msgspec.structs.replace(told, ground=words(article, "a letter"), said=moment(words(article, "On Monday")))
    record = telling(record_of(article), told)
    assert voices(record)[0].sayings[0].notes == ("On Monday", "to reporters", "resting on a letter")


def test_a_day_that_stands_in_the_cue_is_not_told_again(article: Article, record_of: RecordOf) -> None:
    told = claim(article, "she", "On Monday she told", "it rained", kind="group")
    told = msgspec.structs.replace(told, said=moment(words(article, "Monday")))
    assert voices(telling(record_of(article), told))[0].sayings[0].notes == ()


@pytest.mark.parametrize("role", ["outlet", "agency", "speaker"])
def test_only_channels_are_told(article: Article, record_of: RecordOf, role: str) -> None:
    told = through(claim(article, "she", "told", "it rained", kind="group"), role, words(article, "Holm"))  # type: ignore[arg-type]
    assert voices(telling(record_of(article), told))[0].sayings[0].notes == ()


def test_a_record_that_tells_nothing_has_no_voice(article: Article, record_of: RecordOf) -> None:
    record = record_of(article)
    assert (voices(record), unplaced(record).sayings, unplaced(record).numbers) == ([], (), ())
