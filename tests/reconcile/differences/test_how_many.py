"""Tests of ``rashomon.reconcile.differences.how_many``: figures and votes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from rashomon.reconcile.differences import Story, differences
from rashomon.records import Article, Figure, Point, StatedBy, Support, Time, Value, Vote
from rashomon.records.findings import Relation
from tests.reconcile.differences.conftest import Tale

ArticleOf = Callable[..., Article]
ONE = ("1.txt", "Some 800 soldiers came.", "Some 800", 800.0, "2031-02-24")
TWO = ("2.txt", "About 1,200 soldiers came.", "About 1,200", 1200.0, "2031-03-12")


def figure_of(
    article_of: ArticleOf, kind: Relation, *told: tuple[str, str, str, float, str], scope: str | None = None
) -> Story:
    """Return a story with one figure, a point for each article; the last one stands in a relation."""
    articles = [article_of(text, source=source, day=day) for source, text, _, _, day in told]
    points = tuple(
        Point(
            value=Value(low=number, high=number, number=number, bound="=", text=words),
            scope=None,
            status="happened",
            as_of=Time(timex=day, earliest=date.fromisoformat(day), latest=date.fromisoformat(day), evidence=()),
            stated_by=StatedBy(article=article.id, claim=None),
            span=article.span(article.text.index(words), article.text.index(words) + len(words)),
            relation=None,
            why=None,
        )
        for article, (_, _, words, number, day) in zip(articles, told, strict=True)
    )
    last = msgspec.structs.replace(points[-1], relation=kind, why="why", scope=scope)
    figure = Figure(
        id="f1",
        label="soldiers in Sorn",
        counted="soldier",
        unit=None,
        part_of=None,
        support=Support(articles=2, outlets=2, independent=2, origins=2),
        agreement="agree",
        points=(*points[:-1], last),
    )
    return Story(articles=articles, readings=[], entities=[], claims=[], events=[], figures=[figure])


def test_a_number_that_moves_is_told_with_its_days(article_of: ArticleOf) -> None:
    (found,) = differences(figure_of(article_of, "update", ONE, TWO))
    assert (found.kind, found.slot, found.about) == ("update", "how many", "f1")
    assert found.note == "soldiers in Sorn: “Some 800” (24 February 2031), then “About 1,200” (12 March 2031)."


def test_a_conflict_names_who_says_what(article_of: ArticleOf) -> None:
    (found,) = differences(figure_of(article_of, "conflict", ONE, TWO))
    assert found.note == (
        "soldiers in Sorn: “Some 800” (an account in its own voice) and “About 1,200” (an account in its own voice) "
        "are told of one moment, and only one can be right."
    )


def test_a_part_is_told_with_its_scope(article_of: ArticleOf) -> None:
    (found,) = differences(figure_of(article_of, "scope", ONE, TWO, scope="in Varse"))
    assert [side.value for side in found.sides] == ["Some 800", "About 1,200 (in Varse)"]


def test_equal_numbers_are_no_difference(article_of: ArticleOf) -> None:
    assert differences(figure_of(article_of, "same", ONE, TWO)) == ()


def test_what_one_report_says_alone_is_no_difference(article_of: ArticleOf) -> None:
    story = figure_of(article_of, "update", ONE, TWO)
    (figure,) = story.figures
    first = figure.points[0]
    second = msgspec.structs.replace(figure.points[1], stated_by=first.stated_by)
    alone = msgspec.structs.replace(figure, points=(first, second))
    assert differences(replace(story, figures=[alone])) == ()


@pytest.mark.parametrize(("abstain", "kinds"), [(9, []), (7, ["conflict"]), (None, [])])
def test_abstentions_of_one_result_that_differ_are_a_conflict(
    tale: Tale, abstain: int | None, kinds: list[str]
) -> None:
    for number, source in ((9, "9 abstained"), (abstain, "others abstained")):
        text = f"Deputies voted 212-3, {source}."
        tale.account(
            text, "voted", "vote", "2031-03-13" if number == 9 else "2031-03-14", agent=("Deputies", "Assembly")
        )
        teller = tale.tellers[-1]
        vote = Vote(for_=212, against=3, abstain=number, absent=None, unanimous=None, span=teller.words("212-3"))
        (event,) = teller.events
        teller.events = [msgspec.structs.replace(event, vote=vote)]
    found = [one for one in differences(tale.story()) if one.slot == "how many"]
    assert [one.kind for one in found] == kinds
    assert [side.value for one in found for side in one.sides] == (["9 abstentions", "7 abstentions"] if kinds else [])


def test_the_whole_and_a_part_are_not_told_as_one_movement(article_of: ArticleOf) -> None:
    three = ("3.txt", "More than 2,000 soldiers came.", "More than 2,000", 2001.0, "2031-03-25")
    story = figure_of(article_of, "update", ONE, TWO, three, TWO, scope="in Varse")
    (figure,) = story.figures
    points = [msgspec.structs.replace(point, relation="update") for point in figure.points]
    whole = msgspec.structs.replace(figure, points=(figure.points[0], *points[1:]))
    (found,) = differences(replace(story, figures=[whole]))
    assert [side.value for side in found.sides] == ["Some 800", "About 1,200", "More than 2,000"]


def test_a_print_of_a_number_changes_no_rank(article_of: ArticleOf) -> None:
    story = figure_of(article_of, "conflict", ONE, TWO)
    (figure,) = story.figures
    printed = msgspec.structs.replace(
        article_of("Some 800 soldiers came.", source="3.txt", day="2031-03-20"), copy_of=story.articles[0].id
    )
    again = msgspec.structs.replace(
        figure.points[0],
        span=printed.span(0, 8),
        stated_by=StatedBy(article=printed.id, claim=None),
        relation=None,
    )
    more = msgspec.structs.replace(figure, points=(*figure.points, again))
    (before,) = differences(story)
    (after,) = differences(replace(story, articles=[*story.articles, printed], figures=[more]))
    assert (after.kind, after.rank, after.note) == (before.kind, before.rank, before.note)
    assert [len(side.articles) for side in after.sides] == [2, 1]


def test_one_number_with_other_words_before_it_is_no_line(article_of: ArticleOf) -> None:
    about = ("2.txt", "About 800 soldiers came.", "About 800", 800.0, "2031-03-12")
    assert differences(figure_of(article_of, "finer", ONE, about)) == ()
