"""The figures of small invented stories, read from their words: which numbers come together, and how they relate."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.records import Figure, Record
from rashomon.records.findings import Relation

Story = Callable[..., Record]
FILLING = (
    "The mild weather held, and the ferries kept to their winter timetable from the first boat to the last.",
    "Nobody at the harbour office would talk about anything but the price of bread and the old stone bridge.",
    "In the capital the trams were late again, while the new reading room of the library opened its doors.",
    "A choir sang on the steps of the town hall, and the bells that had been silent all winter were heard.",
)
"""What makes an article long enough to be one."""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Return the record of articles given as (day, text), each of an outlet of its own."""

    def build_story(*articles: tuple[str, str], order: tuple[int, ...] | None = None) -> Record:
        lines = [
            json.dumps({"outlet": f"The {name} Post", "date": day, "text": f"{text}\n\n{filling}"})
            for name, filling, (day, text) in zip(("Amber", "Birch", "Cedar", "Dune"), FILLING, articles, strict=False)
        ]
        path = tmp_path / "story.jsonl"
        path.write_text("\n".join(lines[place] for place in order or range(len(lines))), encoding="utf-8")
        return build([str(path)])

    return build_story


def figure_of(record: Record, *texts: str) -> Figure:
    """Return the one figure whose points have these texts, in order."""
    found = [figure for figure in record.figures if [point.value.text for point in figure.points] == list(texts)]
    assert len(found) == 1, [(figure.label, [point.value.text for point in figure.points]) for figure in record.figures]
    return found[0]


def relations(figure: Figure) -> list[Relation | None]:
    """Return the relation of each point."""
    return [point.relation for point in figure.points]


def test_what_grows_from_day_to_day_is_an_update(story: Story) -> None:
    record = story(
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia, the Drevan defence ministry said on Monday."),
        ("2031-03-12", "More than 10,000 soldiers of Borland were sent to Kestravia, the ministry said on Wednesday."),
    )
    figure = figure_of(record, "3,000", "More than 10,000")
    assert relations(figure) == [None, "update"]
    assert figure.points[1].why == "said of a later day: 3 March 2031, then 12 March 2031"


def test_two_numbers_of_one_strike_told_on_one_later_day_are_a_conflict(story: Story) -> None:
    record = story(
        ("2031-03-10", "Twenty soldiers were killed in a strike on the port of Varse on Sunday, the army said."),
        ("2031-03-10", "Thirty-one soldiers were killed in Sunday's strike on the port of Varse, the governor said."),
    )
    (figure,) = (figure for figure in record.figures if len(figure.points) == 2)
    assert relations(figure) == [None, "conflict"]


def test_a_number_that_takes_three_values_in_a_day_is_still_being_counted(story: Story) -> None:
    record = story(
        ("2031-03-10", "Twenty soldiers were killed in a strike on the port of Varse on Sunday, the army said."),
        ("2031-03-10", "Twenty-six soldiers were killed in Sunday's strike on the port of Varse, a doctor said."),
        ("2031-03-10", "Thirty-one soldiers were killed in Sunday's strike on the port of Varse, the governor said."),
    )
    assert all(point.relation != "conflict" for figure in record.figures for point in figure.points)


def test_what_is_only_prepared_is_another_scope(story: Story) -> None:
    record = story(
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia. Borland is preparing 10,000 soldiers."),
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia, the Drevan defence ministry said on Monday."),
    )
    figure = figure_of(record, "3,000", "10,000", "3,000")
    assert [point.scope for point in figure.points] == [None, "being prepared", None]
    assert relations(figure) == [None, "scope", "same"]


def test_one_number_rounded_by_another_account(story: Story) -> None:
    record = story(
        ("2031-03-13", "6,412 people have fled the villages of Sorn, the governor said on Thursday."),
        ("2031-03-13", "6,400 people have fled the villages of Sorn, officials said on Thursday."),
    )
    assert relations(figure_of(record, "6,412", "6,400")) == [None, "rounding"]


def test_a_part_of_other_things_is_a_figure_of_its_own(story: Story) -> None:
    record = story(
        ("2031-03-10", "Eleven border guards, including four officers, were killed at Kelm on Sunday."),
        ("2031-03-10", "Eleven border guards were killed at Kelm on Sunday, the ministry said."),
    )
    whole = figure_of(record, "Eleven", "Eleven")
    part = figure_of(record, "four")
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_soldiers_of_two_owners_are_two_figures(story: Story) -> None:
    record = story(
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia. Ormelia has sent 500 soldiers to Kestravia."),
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia, the ministry said on Monday."),
    )
    figure_of(record, "3,000", "3,000")
    figure_of(record, "500")


def test_victims_of_two_days_are_two_figures(story: Story) -> None:
    record = story(
        ("2031-03-10", "Twenty people were killed in Varse on Sunday. Nine were killed in Kelm on 3 March 2029."),
        ("2031-03-10", "Twenty people were killed in Varse on Sunday, the governor said."),
    )
    figure_of(record, "Twenty", "Twenty")
    figure_of(record, "Nine")


@pytest.mark.parametrize(
    "text",
    [
        "The deputies approved the treaty on Thursday by 212 votes to three.",
        "The two countries signed a treaty of 14 articles, and it runs for 40 years.",
        "Ormelia denied that it had sent 3,000 soldiers to Kestravia.",
        "She is 41 years old and came third.",
    ],
)
def test_votes_articles_ages_and_what_is_denied_are_no_figures(story: Story, text: str) -> None:
    assert not story(("2031-03-13", text)).figures


def test_prints_of_one_report_have_one_origin(story: Story) -> None:
    report = (
        "VARSE (TMP) - Twenty soldiers were killed in a strike on the port of Varse on Sunday, the Orlish Defence "
        "Ministry said. The harbour was closed for the rest of the day, and the ferry to Kelm was sent back. Divers "
        "searched the basin until dark. The ministry said that the port would open again on Monday morning."
    )
    record = story(("2031-03-10", report))
    prints = [("2031-03-10", report), ("2031-03-11", f"{report} More soon."), ("2031-03-11", f"{report} See page 3.")]
    many = story(*prints)
    (figure,) = many.figures
    support = figure.support
    assert (support.articles, support.outlets, support.independent, support.origins) == (3, 3, 1, 1)
    assert figure.agreement == "single"
    (alone,) = record.figures
    assert (alone.support.independent, alone.support.origins) == (support.independent, support.origins)
    assert {point.relation for point in figure.points} == {None, "same"}


def test_the_order_of_the_articles_does_not_matter(story: Story) -> None:
    articles = [
        ("2031-03-03", "Borland has sent 3,000 soldiers to Kestravia, the Drevan defence ministry said on Monday."),
        ("2031-03-05", "Borland has sent about 3,000 soldiers to Kestravia. It is preparing a further 500 soldiers."),
        ("2031-03-12", "More than 10,000 soldiers of Borland were sent to Kestravia, the ministry said on Wednesday."),
    ]
    first, *others = (
        [[(point.value, point.relation, point.why) for point in figure.points] for figure in record.figures]
        for record in (story(*articles, order=order) for order in permutations(range(3)))
    )
    assert len(others) == 5
    assert all(other == first for other in others)


def test_a_sum_that_several_accounts_name_is_one_figure(story: Story) -> None:
    record = story(
        ("2031-03-03", "The mayor spent about 2.5 million euros on the new bridge, the auditors said on Monday."),
        ("2031-03-04", "Auditors asked on Tuesday who had paid 2.5 million euros for a bridge that nobody uses."),
        ("2031-03-04", "The old ferry was sold for 40,000 euros, the harbour office of the town said on Tuesday."),
    )
    figure = figure_of(record, "about 2.5 million euros", "2.5 million euros")
    assert relations(figure) == [None, "finer"]
    assert figure.label == "The mayor spent about 2.5 million euros on the new bridge"
    figure_of(record, "40,000 euros")
