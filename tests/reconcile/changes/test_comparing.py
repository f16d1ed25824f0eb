"""Tests of ``rashomon.reconcile.changes``: all that changed between two records, in one order."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from rashomon.reconcile.changes import changes_between
from rashomon.records import Article, Extent, Paragraph, Record
from rashomon.records.changes import SCHEMA
from tests.publish.tellings import claim, words
from tests.reconcile.changes.made import account, difference, event, figure, point, record

ArticleOf = Callable[..., Article]


@pytest.fixture
def records(article_of: ArticleOf) -> tuple[Record, Record]:
    """Return two records between which something of every kind changed."""
    gone = article_of("The mayor said that the dam would hold.", source="gone.txt", day="2031-03-09")
    kept = article_of("Eleven guards are to march on Sunday.", source="kept.txt", day="2031-03-10")
    fresh = article_of(
        "Nineteen guards marched. The bishop said that he wept. A bell rang.", source="fresh.txt", day="2031-03-11"
    )
    march = account(kept, "Eleven guards are to march", "march", "planned")
    marched = account(fresh, "Nineteen guards marched", "marched")
    eleven, nineteen = point(words(kept, "Eleven"), 11), point(words(fresh, "Nineteen"), 19)
    old = record(
        gone,
        kept,
        events=(event(march, status="planned"),),
        figures=(figure(eleven),),
        claims=(claim(gone, "The mayor", "said", "the dam would hold"),),
    )
    new = record(
        kept,
        fresh,
        events=(event(march, marched), event(account(fresh, "A bell rang", "rang"))),
        figures=(figure(eleven, nineteen),),
        claims=(claim(fresh, "The bishop", "said", "he wept"),),
        differences=(difference("conflict", "f", [eleven.span], [nineteen.span], note="Eleven, or nineteen."),),
    )
    return old, new


def test_changes_stand_by_what_matters_most(records: tuple[Record, Record]) -> None:
    kinds = [(one.kind, one.subject, one.slot) for one in changes_between(*records).changes]
    assert kinds == [
        ("disputed", "difference", None),
        ("withdrawn", "statement", None),
        ("withdrawn", "article", None),
        ("updated", "event", "status"),
        ("updated", "figure", "latest"),
        ("updated", "event", "support"),
        ("new", "event", None),
        ("new", "statement", None),
        ("new", "article", None),
    ]


def test_every_change_cites_words_of_the_articles(records: tuple[Record, Record]) -> None:
    changes = changes_between(*records)
    texts = {article.id: article.text for one in records for article in one.articles}
    assert all(one.before or one.after for one in changes.changes)
    assert all(
        texts[span.article][span.start : span.end] == span.text
        for one in changes.changes
        for span in (*one.before, *one.after)
    )


def test_the_articles_that_are_cited_are_described(records: tuple[Record, Record]) -> None:
    changes = changes_between(*records)
    assert [(one.source, one.held_by) for one in changes.articles] == [
        ("kept.txt", "both"),
        ("fresh.txt", "new"),
        ("gone.txt", "old"),
    ]


def test_both_records_are_described(records: tuple[Record, Record]) -> None:
    changes = changes_between(*records)
    assert changes.schema == SCHEMA
    assert (changes.old.articles, changes.old.latest, changes.shared) == (2, date(2031, 3, 10), 1)


def test_nothing_changes_between_a_record_and_itself(records: tuple[Record, Record]) -> None:
    for one in records:
        assert changes_between(one, one).changes == ()


def test_what_is_new_one_way_is_withdrawn_the_other(records: tuple[Record, Record]) -> None:
    old, new = records
    forth, back = changes_between(old, new).changes, changes_between(new, old).changes
    new_ids = {one.new for one in forth if one.kind == "new"}
    assert {one.old for one in back if one.kind == "withdrawn" and one.slot is None} == new_ids


def test_the_same_bytes_again(records: tuple[Record, Record]) -> None:
    assert msgspec.json.encode(changes_between(*records)) == msgspec.json.encode(changes_between(*records))


def test_a_corrected_article_shows_what_it_replaced(article_of: ArticleOf) -> None:
    text = "The ministry of the interior said that {} guards were killed there on Sunday."
    old, new = article_of(text.format("nineteen")), article_of(text.format("eleven"))
    (change,) = changes_between(record(old), record(new)).changes
    assert (change.kind, change.subject, change.slot) == ("updated", "article", "text")
    assert [span.text for span in (*change.before, *change.after)] == ["nineteen", "eleven"]


def test_a_change_of_the_page_around_the_text_is_none(article_of: ArticleOf) -> None:
    def shared(count: str) -> Article:
        article = article_of(
            "The ford was closed on Sunday, the ministry of the interior said.", f"Shared {count} times"
        )
        body, furniture = article.paragraphs
        return msgspec.structs.replace(
            article,
            paragraphs=(body, Paragraph(start=furniture.start, end=furniture.end, kind="share", xpath=None)),
            body=(Extent(start=body.start, end=body.end),),
        )

    assert changes_between(record(shared("12")), record(shared("40"))).changes == ()


def test_a_print_and_an_article_of_another_story_say_so(article_of: ArticleOf) -> None:
    first = article_of("The ford was closed on Sunday.", source="a.txt")
    again = msgspec.structs.replace(article_of("The ford was shut on Sunday.", source="b.txt"), copy_of=first.id)
    other = msgspec.structs.replace(article_of("Choirs sang in Varse.", source="c.txt"), related=False)
    changes = changes_between(record(first), record(first, again, other)).changes
    assert [one.why for one in changes] == ["a print of a.txt", "another story"]
