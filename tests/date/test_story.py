"""Tests of ``rashomon.date``: the day of publication from what articles say, alone and together."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from rashomon.annotate import annotate
from rashomon.date import anchored, publications
from rashomon.date.clues import bounds, lead, told_before
from rashomon.languages.recurring import recurring
from rashomon.records import Article, Published, StatedDate
from rashomon.records.annotation import Annotation

Read = tuple[Article, Annotation | None]
Reads = Callable[..., Read]
FIRE = (
    "A fire destroyed the paper mill of Ferrel on {day}, and two hundred workers were sent home, the council said.",
    "The mill was the last in the valley. Its owners said that they would not rebuild it.",
)
OTHER_FIRE = (
    "Two hundred workers were sent home after a fire destroyed the paper mill of Ferrel on {day}, the council said.",
    "The owners of the mill, the last in the valley, told reporters that it would not be built again.",
)


@pytest.fixture(scope="module")
def reads(nlp: Language, article_of: Callable[..., Article]) -> Reads:
    """Make an account: its paragraphs, and the date that it states."""

    def read(*body: str, stated: str | None = None, kind: str = "body", source: str = "account.txt") -> Read:
        article = article_of(*body, source=source, kind=kind)
        dates = () if stated is None else (stated_on(date.fromisoformat(stated)),)
        article = Article(**{name: getattr(article, name) for name in article.__struct_fields__} | {"stated": dates})
        return article, annotate(article, nlp)

    return read


def stated_on(day: date) -> StatedDate:
    """Return a date that the user gives."""
    return StatedDate(
        role="published",
        value=day.isoformat(),
        earliest=day,
        latest=day,
        basis="given",
        evidence=(),
        metadata=(),
    )


def day_of(published: Published) -> tuple[str | None, str | None]:
    """Return value and basis."""
    return published.value, published.basis


def told(paragraphs: tuple[str, ...], day: str) -> tuple[str, ...]:
    """Return the paragraphs with their day written in."""
    return tuple(paragraph.format(day=day) for paragraph in paragraphs)


def test_a_stated_date_holds_when_nothing_speaks_against_it(reads: Reads) -> None:
    (published,) = publications([reads(*told(FIRE, "Monday"), stated="2031-03-11")])
    assert day_of(published) == ("2031-03-11", "given")


def test_without_any_date_the_day_stays_open(reads: Reads) -> None:
    (published,) = publications([reads(*told(FIRE, "Monday"))])
    assert (published.value, published.earliest, published.latest) == (None, None, None)


def test_a_weekday_and_a_day_of_a_month_give_the_year(reads: Reads) -> None:
    dated = reads(*told(OTHER_FIRE, "Monday"), stated="2031-03-11", source="b.txt")
    found = publications([reads(*told(FIRE, "Monday, March 10")), dated])
    assert day_of(found[0]) == ("2031-03-10/2031-03-11", "inferred")
    assert "Monday, March 10" in [span.text for span in found[0].evidence]


def test_the_same_news_of_the_same_weekday_shares_its_day(reads: Reads) -> None:
    dated = reads(*told(OTHER_FIRE, "Monday"), stated="2031-03-11", source="b.txt")
    found = publications([reads(*told(FIRE, "Monday")), dated])
    assert day_of(found[0]) == ("2031-03-10/2031-03-11", "inferred")


def test_other_news_of_the_same_weekday_does_not(reads: Reads) -> None:
    other = reads("The bishop of Varse opened a school on Monday.", stated="2031-03-11", source="b.txt")
    assert publications([reads(*told(FIRE, "Monday")), other])[0].value is None


def test_the_same_news_of_another_weekday_does_not(reads: Reads) -> None:
    dated = reads(*told(OTHER_FIRE, "Friday"), stated="2031-03-14", source="b.txt")
    assert publications([reads(*told(FIRE, "Monday")), dated])[0].value is None


def test_an_election_by_rule_rejects_a_stated_date_with_its_reason(reads: Reads) -> None:
    account = reads(
        "The council of Ferrel voted on Wednesday to close the old mill.",
        "The vote came as Anna Kessel claimed victory in the US presidential election.",
        stated="2024-01-01",
    )
    (published,) = publications([account, reads("A school opened.", stated="2024-10-24", source="b.txt")])[:1]
    assert day_of(published) == ("2024-11-06/2024-11-07", "inferred")
    (rejected,) = published.rejected
    assert rejected.value == "2024-01-01"
    assert "US presidential election" in rejected.why
    assert rejected.evidence[0].text.startswith("The vote came as")


def test_a_date_that_another_account_rules_out_cites_both(reads: Reads) -> None:
    news = reads("Deputies passed the dam bill of Ferrel on Thursday, March 13.", stated="2031-03-13", source="b.txt")
    account = reads(
        "The council of Ferrel closed the old mill.", "Deputies passed the dam bill on March 13.", stated="2031-01-01"
    )
    (rejected,) = publications([account, news])[0].rejected
    assert [(span.article, span.text) for span in rejected.evidence] == [
        (account[0].id, "March 13"),
        (news[0].id, "Thursday, March 13"),
    ]


def test_the_year_of_a_plan_rejects_nothing(reads: Reads) -> None:
    account = reads("Anna Kessel announced on Monday that she would run in 2036.", stated="2031-03-11")
    assert publications([account])[0].rejected == ()


def test_an_anniversary_gives_the_day(reads: Reads) -> None:
    remembered = reads("The two towns signed a ceasefire on March 27, 2019.", stated="2031-02-01", source="b.txt")
    account = reads(
        "The council of Ferrel voted on Wednesday to close the old mill.",
        "The vote fell on the eve of the 12th anniversary of the ceasefire.",
    )
    published = publications([account, remembered])[0]
    assert published.value == "2031-03-26/2031-03-27"
    assert remembered[0].id in {span.article for span in published.evidence}


@pytest.mark.parametrize("bound", ["since", "until", "by", "before", "after"])
def test_the_end_of_a_stretch_is_not_the_day_of_the_news(reads: Reads, bound: str) -> None:
    article, annotation = reads(
        f"The paper mill of Ferrel has stood still {bound} 1 March 2031, and two hundred workers went home {bound} "
        f"Monday, the council said."
    )
    assert annotation is not None
    assert "1 March 2031" in [time.expression.span.text for time in annotation.reading.times]
    assert lead(article, annotation) is None
    assert list(told_before(annotation)) == []
    assert list(bounds(article, annotation)) == []


def test_the_day_of_the_news_stands_beside_the_end_of_a_stretch(reads: Reads) -> None:
    article, annotation = reads("The mill of Ferrel, closed since 1 March 2031, burned down on 5 May 2031.")
    assert annotation is not None
    told = lead(article, annotation)
    assert told is not None
    assert told.evidence.text == "5 May 2031"


def test_the_order_of_the_articles_changes_nothing(reads: Reads) -> None:
    accounts = [
        reads(*told(FIRE, "Monday")),
        reads(*told(OTHER_FIRE, "Monday"), stated="2031-03-11", source="b.txt"),
        reads("The bishop of Varse opened a school on Monday.", source="c.txt"),
    ]
    usual = {article.id: published for (article, _), published in zip(accounts, publications(accounts), strict=True)}
    for seed in range(4):
        mixed = random.Random(seed).sample(accounts, len(accounts))
        assert [usual[article.id] for article, _ in mixed] == publications(mixed)


def test_an_article_in_another_language_keeps_its_stated_date(article_of: Callable[..., Article]) -> None:
    article = article_of("Die Brücke ist gesperrt.", language="de")
    assert publications([(article, None)])[0].value is None


def test_times_are_placed_by_an_uncertain_day(reads: Reads) -> None:
    dated = reads(*told(OTHER_FIRE, "Monday"), stated="2031-03-11", source="b.txt")
    undated = reads(*told(FIRE, "Monday"))
    published = publications([undated, dated])[0]
    assert undated[1] is not None
    first = anchored(undated[1], published).reading.times[0].time
    assert (first.timex, first.earliest, first.latest) == ("2031-03-10", date(2031, 3, 10), date(2031, 3, 10))


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("US presidential election", 2024, date(2024, 11, 5)),
        ("US presidential election", 2016, date(2016, 11, 8)),
        ("US presidential election", 2023, None),
        ("US midterm elections", 2022, date(2022, 11, 8)),
        ("US presidential inauguration", 2025, date(2025, 1, 20)),
    ],
)
def test_recurring_events(name: str, year: int, day: date | None) -> None:
    (event,) = (one for one in recurring() if one.name == name)
    assert event.day(year) == day
