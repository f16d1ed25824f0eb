"""Tests of ``rashomon.pipeline``: the record of a story as of a day."""

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from rashomon.errors import NothingYet
from rashomon.pipeline import Gathered, build, gathered, last_day, left_out, record_of
from rashomon.publish import record_json
from rashomon.reconcile.changes import changes_between
from rashomon.records import Record, Span

EXAMPLE = Path(__file__).parents[1] / "examples" / "tamarel" / "accounts"
PAGES = Path(__file__).parents[2] / "shared" / "stories" / "pact"
DAYS = [date(2031, 2, 25), date(2031, 3, 5), date(2031, 3, 10), date(2031, 3, 13), date(2031, 3, 26), date(2031, 3, 27)]
LAST = DAYS[-1]
SpansOf = Callable[[object], Iterator[Span]]


@pytest.fixture(scope="module")
def story() -> Gathered:
    """Return the articles of the example story."""
    return gathered([str(EXAMPLE)])


@pytest.fixture(scope="module")
def pact() -> Gathered:
    """Return the pact pages."""
    if not PAGES.is_dir():
        pytest.skip("the pact pages are not there")
    return gathered([str(PAGES)])


@pytest.fixture
def weirs(tmp_path: Path, harmless: str) -> Path:
    """Return a folder with accounts of three days, one of no day, and a copy of the last."""
    for name, day in {"a": "2031-05-01", "b": "2031-05-03", "c": "2031-05-09", "d": None, "e": "2031-05-09"}.items():
        text = "c" if name == "e" else name
        (tmp_path / f"{name}.txt").write_text(f"{harmless}\nThe letter was the {text} of six that came that week.\n")
        if day is not None:
            (tmp_path / f"{name}.meta.toml").write_text(f'date = "{day}"\n')
    return tmp_path


def sources(record: Record) -> list[str]:
    """Return the names of the articles in record order."""
    return [article.source for article in record.articles]


@pytest.mark.parametrize(("day", "count"), [*zip(DAYS, [1, 2, 4, 7, 8, 10], strict=True)])
def test_the_example_story_grows(story: Gathered, day: date, count: int) -> None:
    record = record_of(story, day)
    assert (record.as_of, len(record.articles)) == (day, count)
    assert left_out(story, day) == len(story.accounts) - count


@pytest.mark.parametrize(("day", "count"), [("2024-10-15", 1), ("2024-10-25", 3), ("2024-11-06", 3), ("2024-11-07", 5)])
def test_the_pact_pages_come_one_after_the_other(pact: Gathered, day: str, count: int) -> None:
    assert len(record_of(pact, date.fromisoformat(day)).articles) == count


def test_the_vote_of_6_november_was_to_come_on_25_october(pact: Gathered) -> None:
    happened = {
        event.kind
        for event in record_of(pact, date(2024, 10, 25)).events
        if event.time is not None and event.time.earliest is not None and event.time.earliest > date(2024, 10, 25)
        if event.status == "happened"
    }
    assert happened == set()


def test_as_of_the_last_day_differs_from_the_whole_record_only_in_saying_so(story: Gathered, tamarel: Record) -> None:
    assert last_day(story) == LAST
    assert record_of(story, LAST) == msgspec.structs.replace(tamarel, as_of=LAST)


@pytest.mark.parametrize("day", DAYS)
def test_a_record_names_no_later_article(story: Gathered, spans_of: SpansOf, day: date) -> None:
    record = record_of(story, day)
    ids = {article.id for article in record.articles}
    assert {span.article for span in spans_of(record)} <= ids
    assert all(article.copy_of in {*ids, None} for article in record.articles)
    later = {account.article.source for account in story.accounts} - set(sources(record))
    assert not any(name in rejection.reason for name in later for rejection in record.rejections)


@pytest.mark.parametrize("day", [date(2031, 3, 10), date(2031, 3, 13)])
def test_nothing_but_dates_comes_from_later_articles(story: Gathered, tmp_path: Path, day: date) -> None:
    record = record_of(story, day)
    for name in {source.partition("#")[0] for source in sources(record)}:
        for path in EXAMPLE.glob(f"{name.rpartition('.')[0]}.*"):
            shutil.copy(path, tmp_path / path.name)
    alone = build([str(tmp_path)], as_of=day)
    assert alone == msgspec.structs.replace(record, rejections=())


def test_the_order_of_the_files_does_not_matter(story: Gathered) -> None:
    files = sorted(str(path) for path in EXAMPLE.iterdir() if not path.name.endswith(".toml"))
    mixed = random.Random(7).sample(files, len(files))
    assert record_json(build(mixed, as_of=DAYS[3])) == record_json(record_of(story, DAYS[3]))


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(DAYS)))
def test_as_a_story_goes_on_nothing_is_withdrawn_and_all_that_is_new_is_cited(
    story: Gathered, earlier: date, later: date
) -> None:
    old, new = record_of(story, earlier), record_of(story, later)
    fresh = {article.id for article in new.articles} - {article.id for article in old.articles}
    changes = changes_between(old, new).changes
    assert {one.kind for one in changes} <= {"new", "updated", "disputed", "settled"}
    assert all({span.article for span in one.after} & fresh for one in changes if one.kind == "new")
    texts = {article.id: article.text for article in new.articles}
    cited = [span for one in changes for span in (*one.before, *one.after)]
    assert [span for span in cited if texts[span.article][span.start : span.end] != span.text] == []


def test_what_was_a_plan_on_a_day_is_one_in_its_record(story: Gathered) -> None:
    record = record_of(story, date(2031, 3, 13))
    council = [event for event in record.events if event.time is not None and event.time.earliest == date(2031, 3, 26)]
    assert {event.status for event in council} <= {"planned"}


def test_an_article_without_a_date_is_rejected_and_a_later_one_is_not(weirs: Path) -> None:
    record = build([str(weirs)], as_of=date(2031, 5, 3))
    assert sources(record) == ["a.txt", "b.txt"]
    assert [(one.source, one.reason) for one in record.rejections] == [
        ("d.txt", "undated: it may be later than 2031-05-03")
    ]


def test_a_copy_of_a_later_article_comes_with_it(weirs: Path) -> None:
    rejected = {one.source: one.reason for one in build([str(weirs)], as_of=date(2031, 5, 9)).rejections}
    assert rejected["e.txt"] == "duplicate of c.txt"


def test_what_is_wrong_beside_a_later_article_is_not_told(weirs: Path) -> None:
    (weirs / "c.meta.toml").write_text('date = "2031-05-09"\ncolour = "red"\n')
    (weirs / "e.txt").unlink()
    (weirs / "e.meta.toml").unlink()
    text = (weirs / "c.txt").read_text()
    (weirs / "c.txt").write_text(f"FERREL, May 9, 2031 - {text}")
    named = {one.source for one in build([str(weirs)], as_of=date(2031, 5, 3)).rejections}
    assert "c.meta.toml" not in named


def test_a_later_day_than_all_is_fine(weirs: Path) -> None:
    assert build([str(weirs)], as_of=date(2099, 1, 1)).as_of == date(2099, 1, 1)


def test_no_article_by_a_day_is_an_error_that_names_the_first(weirs: Path) -> None:
    with pytest.raises(
        NothingYet, match=r"no article was published by 2031-04-30.*the first was published by 2031-05-01"
    ):
        build([str(weirs)], as_of=date(2031, 4, 30))


def test_no_article_with_a_date_is_an_error(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "a.txt").write_text(harmless)
    with pytest.raises(NothingYet, match="no article has a date"):
        build([str(tmp_path)], as_of=date(2031, 4, 30))
