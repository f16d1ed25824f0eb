"""Tests of ``rashomon.reconcile.changes.versions``: versions of one article, and where words stand in them."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reconcile.changes.versions import Alignment, Versions, new_marks
from rashomon.records import Article
from tests.publish.tellings import words
from tests.reconcile.changes.made import record

ArticleOf = Callable[..., Article]

BEFORE = "Twenty guards were killed at Kelm Ford on Sunday, the ministry said. The ford has been closed since then."
AFTER = (
    "Nineteen guards were killed at Kelm Ford on Sunday, the ministry said. The ford was open again by Monday night."
)


@pytest.fixture
def corrected(article_of: ArticleOf) -> Alignment:
    """Return two versions of an article: a number is another, and the last sentence was written anew."""
    return Alignment(article_of(BEFORE), article_of(AFTER))


def test_words_are_found_again_behind_a_correction(corrected: Alignment) -> None:
    killed, now = words(corrected.old, "killed"), words(corrected.new, "killed")
    assert (corrected.start(killed.start), corrected.end(killed.end)) == (now.start, now.end)
    assert corrected.keeps(killed)
    assert corrected.kept(now)


def test_a_word_that_took_the_place_of_another_stands_there_and_is_not_kept(corrected: Alignment) -> None:
    number, now = words(corrected.old, "Twenty"), words(corrected.new, "Nineteen")
    assert (corrected.start(number.start), corrected.end(number.end)) == (now.start, now.end)
    assert not corrected.keeps(number)
    assert not corrected.kept(now)


def test_several_words_can_take_the_place_of_one(article_of: ArticleOf) -> None:
    alignment = Alignment(article_of("They lost 20 men there."), article_of("They lost more than 30 men there."))
    number, now = words(alignment.old, "20"), words(alignment.new, "more than 30")
    assert (alignment.start(number.start), alignment.end(number.end)) == (now.start, now.end)


def test_a_sentence_written_anew_is_no_correction(corrected: Alignment) -> None:
    closed = words(corrected.old, "has been closed since then")
    assert corrected.end(closed.end) is None
    assert not corrected.keeps(closed)


def test_what_was_changed_is_known(corrected: Alignment) -> None:
    assert [span.text for span in corrected.removed] == ["Twenty", "has been closed since then."]
    assert [span.text for span in corrected.added] == ["Nineteen", "was open again by Monday night."]


def test_a_few_words_shared_by_chance_are_no_place(article_of: ArticleOf) -> None:
    old = article_of("The bishop of Varse, he said, opened a new school for the children of the poor in the old town.")
    new = article_of("Two ferries ran aground, he said, when heavy fog came down over Pellow Bay late on Monday night.")
    alignment = Alignment(old, new)
    assert alignment.start(words(old, "said").start) is None


def test_an_article_with_the_same_address_is_a_later_version(article_of: ArticleOf) -> None:
    old = msgspec.structs.replace(article_of(BEFORE, source="a.html"), url="https://a.example/ford")
    new = msgspec.structs.replace(article_of("All is new.", source="b.html"), url="https://a.example/ford")
    versions = Versions(record(old), record(new))
    assert versions.changed.keys() == {old.id}
    assert (versions.gone, versions.fresh) == ((), ())


def test_a_file_of_the_same_name_and_words_is_a_later_version(article_of: ArticleOf) -> None:
    versions = Versions(record(article_of(BEFORE)), record(article_of(AFTER)))
    assert len(versions.changed) == 1


def test_a_file_of_the_same_name_with_other_news_is_another_article(article_of: ArticleOf) -> None:
    other = article_of("A school was opened in Varse by the bishop, and choirs of three villages sang.")
    versions = Versions(record(article_of(BEFORE)), record(other))
    assert not versions.changed
    assert [len(versions.gone), len(versions.fresh)] == [1, 1]


def test_an_article_that_both_records_hold_is_neither_gone_nor_fresh(article_of: ArticleOf) -> None:
    article = article_of(BEFORE)
    versions = Versions(record(article), record(article))
    killed = words(article, "killed")
    assert not versions.is_gone(killed)
    assert not versions.is_fresh(killed)
    assert versions.old_marks(killed) == new_marks(killed)


def test_the_words_of_a_print_of_an_older_article_are_not_fresh(article_of: ArticleOf) -> None:
    first = article_of(BEFORE, source="a.txt")
    copied = article_of(BEFORE, "Shippers at Pellow Bay wait.", source="b.txt")
    again = msgspec.structs.replace(copied, copy_of=first.id, copied=(words(copied, BEFORE),))
    versions = Versions(record(first), record(first, again))
    assert not versions.is_fresh(words(again, "killed"))
    assert versions.is_fresh(words(again, "Shippers"))


@given(st.lists(st.sampled_from("a b c d e".split()), max_size=12), st.lists(st.sampled_from("a b c d".split())))
def test_what_is_kept_reads_alike_in_both_versions(article_of: ArticleOf, old: list[str], new: list[str]) -> None:
    alignment = Alignment(article_of(" ".join(old)), article_of(" ".join(new)))
    for start in range(0, len(alignment.old.text), 2):
        span = alignment.old.span(start, start + 1)
        if alignment.keeps(span):
            there = alignment.start(start)
            assert there is not None
            assert alignment.kept(alignment.new.span(there, there + 1))
