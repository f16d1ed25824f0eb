"""Tests of ``rashomon.pipeline``: one record, whatever the order and wherever the reading runs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from rashomon.errors import NothingToRead
from rashomon.pipeline import Account, Outcome, accounts, build
from rashomon.publish import record_json
from rashomon.read import Source
from rashomon.records import SCHEMA, Record, Rejection, Span
from rashomon.run import on_cores

EXAMPLE = Path(__file__).parents[1] / "examples" / "tamarel" / "accounts"
FILES = sorted(str(path) for path in EXAMPLE.iterdir())


def silent(read: int, total: int) -> None:
    """Do nothing with the progress."""
    assert 0 < read <= total


def backwards(read: Callable[[Source], Outcome], sources: Sequence[Source]) -> Iterable[Outcome]:
    """Read the last input first."""
    return map(read, reversed(sources))


def names(record: Record) -> list[str]:
    """Return the sources of the articles in record order."""
    return [article.source for article in record.articles]


def test_the_order_of_the_arguments_does_not_matter() -> None:
    middle = len(FILES) // 2
    assert record_json(build(FILES[::-1])) == record_json(build([*FILES[middle:], *FILES[:middle]]))


def test_an_argument_given_twice_counts_once(tamarel: Record) -> None:
    assert record_json(build([str(EXAMPLE), str(EXAMPLE)])) == record_json(tamarel)


def test_the_order_of_the_results_does_not_matter(tamarel: Record) -> None:
    assert record_json(build([str(EXAMPLE)], backwards)) == record_json(tamarel)


def test_the_number_of_cores_does_not_matter(tamarel: Record) -> None:
    one = build([str(EXAMPLE)], on_cores(1, silent))
    two = build([str(EXAMPLE)], on_cores(2, silent))
    assert record_json(one) == record_json(two) == record_json(tamarel)


def test_the_same_bytes_again_are_a_duplicate(tmp_path: Path, harmless: str) -> None:
    for name in ("b.txt", "a.txt", "c.text"):
        (tmp_path / name).write_text(harmless)
    record = build([str(tmp_path)])
    assert names(record) == ["a.txt"]
    assert record.rejections == (
        Rejection(source="b.txt", reason="duplicate of a.txt"),
        Rejection(source="c.text", reason="duplicate of a.txt"),
    )


def test_of_duplicates_that_of_the_smallest_name_is_kept_whatever_comes_first(tmp_path: Path, harmless: str) -> None:
    for name in ("b.txt", "a.txt", "c.text"):
        (tmp_path / name).write_text(harmless)
    assert names(build([str(tmp_path)], backwards)) == ["a.txt"]


def test_a_text_that_differs_by_one_byte_is_no_duplicate(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "a.txt").write_text(harmless)
    (tmp_path / "b.txt").write_text(harmless + "\n")
    assert build([str(tmp_path)]).rejections == ()


def test_of_duplicates_with_one_name_the_same_is_kept_whatever_comes_first(tmp_path: Path, harmless: str) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(harmless)
    (tmp_path / "two" / "a.meta.toml").write_text('outlet = "Ferrel Gazette"\n')
    folders = [str(tmp_path / "one"), str(tmp_path / "two")]
    assert record_json(build(folders)) == record_json(build(folders, backwards))


def test_articles_stand_in_the_order_of_their_dates_then_of_their_ids(tmp_path: Path, harmless: str) -> None:
    days = {"a": "2031-05-03", "b": "2031-05-01", "c": None, "d": "2031-05-01", "e": None, "f": "2031-04-30T23:00:00Z"}
    for name, day in days.items():
        (tmp_path / f"{name}.txt").write_text(f"{harmless}\nThe letter was the {name} of six that came that week.\n")
        if day is not None:
            (tmp_path / f"{name}.meta.toml").write_text(f'date = "{day}"\n')
    articles = build([str(tmp_path)]).articles
    assert [article.published.value and article.published.value[:10] for article in articles] == [
        "2031-04-30",
        "2031-05-01",
        "2031-05-01",
        "2031-05-03",
        None,
        None,
    ]
    for one, next_one in pairwise(articles):
        assert (one.published.earliest or date.max, one.id) < (next_one.published.earliest or date.max, next_one.id)


def test_rejections_stand_in_the_order_of_their_sources(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "m.txt").write_text(harmless)
    for name in ("z.txt", "n.txt", "k.txt"):
        (tmp_path / name).write_text("")
    sources = [rejection.source for rejection in build([str(tmp_path)]).rejections]
    assert sources == ["k.txt", "n.txt", "z.txt"]


def test_nothing_to_read_says_what_was_wrong_with_each_input(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(NothingToRead) as raised:
        build([str(tmp_path), str(tmp_path / "missing.txt")])
    message = str(raised.value)
    for expected in ("nothing was written", "empty.txt: an empty file", "picture.png: ", "missing.txt: no such file"):
        assert expected in message


def test_nothing_to_read_names_a_few_of_many_inputs(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("")
    with pytest.raises(NothingToRead, match=r"00\.txt(?s:.)*\.\.\. and 7 more"):
        build([str(tmp_path)])


def test_no_argument_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead, match="no file was given"):
        build([])


def test_every_span_of_the_example_slices_true(tamarel: Record, spans_of: Callable[[object], Iterator[Span]]) -> None:
    texts = {article.id: article.text for article in tamarel.articles}
    found = list(spans_of(tamarel))
    assert len(found) > 50
    assert [span for span in found if texts[span.article][span.start : span.end] != span.text] == []


def test_every_span_of_a_hostile_story_slices_true(
    hostile: Record, spans_of: Callable[[object], Iterator[Span]]
) -> None:
    texts = {article.id: article.text for article in hostile.articles}
    assert [span for span in spans_of(hostile) if texts[span.article][span.start : span.end] != span.text] == []


def test_body_and_boilerplate_part_the_paragraphs(tamarel: Record) -> None:
    for article in tamarel.articles:
        body = [
            paragraph
            for paragraph in article.paragraphs
            if any(extent.start <= paragraph.start and paragraph.end <= extent.end for extent in article.body)
        ]
        assert {paragraph.kind for paragraph in body} <= {"body", "standfirst"}
        assert len(body) + len(article.boilerplate) == len(article.paragraphs)


def test_paragraphs_are_in_order_and_do_not_overlap(tamarel: Record) -> None:
    for article in tamarel.articles:
        for one, next_one in pairwise(article.paragraphs):
            assert one.start < one.end <= next_one.start


def test_the_record_says_who_made_it(tamarel: Record) -> None:
    assert (tamarel.schema, tamarel.generator.name) == (SCHEMA, "rashomon")
    assert len(tamarel.generator.model) == 12


def test_the_id_of_an_article_is_the_digest_of_its_bytes(tmp_path: Path) -> None:
    content = (EXAMPLE / "pact-clears-assembly.txt").read_bytes()
    (tmp_path / "other-name.txt").write_bytes(content)
    found = {article.id for article in build([str(tmp_path), str(EXAMPLE)]).articles}
    assert len(found) == len(build([str(EXAMPLE)]).articles)


def test_a_file_whose_name_is_not_unicode_is_read_like_any_other(tmp_path: Path, harmless: str) -> None:
    Path(str(tmp_path) + "/caf\udce9.txt").write_text(harmless)
    assert b'"source": "caf' in record_json(build([str(tmp_path)]))


def test_half_a_character_in_the_data_of_a_page_does_not_stop_the_record(tmp_path: Path, harmless: str) -> None:
    data = '{"@type": "NewsArticle", "headline": "Old weir to go \\ud83d", "publisher": {"name": "Ferrel Gazette"}}'
    paragraphs = "".join(f"<p>{part}</p>" for part in harmless.split("\n\n"))
    (tmp_path / "page.html").write_text(
        f'<html><head><script type="application/ld+json">{data}</script></head>'
        f"<body><article><h1>Old weir to go</h1>{paragraphs}</article></body></html>"
    )
    assert b"Ferrel Gazette" in record_json(build([str(tmp_path)]))


def test_a_blank_outlet_in_a_sidecar_is_no_outlet(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "a.txt").write_text(harmless)
    (tmp_path / "a.meta.toml").write_text('outlet = "  "\n')
    assert build([str(tmp_path)]).articles[0].outlet is None


def test_every_article_is_read_by_the_function_that_each_is_given(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "a.txt").write_text(harmless)
    seen: list[str] = []

    def watching(read: Callable[[Source], Outcome], sources: Sequence[Source]) -> Iterator[Outcome]:
        for source in sources:
            seen.append(source.name)
            yield read(source)

    build([str(tmp_path)], watching)
    assert seen == ["a.txt"]


def test_an_input_gives_its_articles_with_what_they_tell(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "a.txt").write_text(harmless)
    (account,) = accounts(Source(name="a.txt", path=tmp_path / "a.txt"))
    assert isinstance(account, Account)
    assert account.annotation is not None
    assert account.annotation.reading.article == account.article.id
    assert [claim.article for claim in account.annotation.claims] == [account.article.id] * len(
        account.annotation.claims
    )


def test_an_article_in_a_language_that_is_not_read_tells_nothing(tamarel: Record) -> None:
    silent_ones = {article.id for article in tamarel.articles if not article.annotated}
    assert silent_ones
    assert not silent_ones & {reading.article for reading in tamarel.readings}
    assert not silent_ones & {claim.article for claim in tamarel.claims}


def test_every_annotated_article_of_the_story_has_a_reading_in_the_order_of_the_articles(tamarel: Record) -> None:
    annotated = [article.id for article in tamarel.articles if article.annotated and article.related]
    assert [reading.article for reading in tamarel.readings] == annotated


def test_an_article_of_another_story_tells_nothing(tamarel: Record) -> None:
    strangers = {article.id for article in tamarel.articles if not article.related}
    assert strangers
    assert not strangers & {claim.article for claim in tamarel.claims}
    assert not strangers & {account.article for event in tamarel.events for account in event.accounts}
    assert not strangers & {span.article for entity in tamarel.entities for span in entity.mentions}


def test_claims_stand_in_the_order_of_the_articles_and_of_the_text(tamarel: Record) -> None:
    order = {article.id: place for place, article in enumerate(tamarel.articles)}
    places = [(order[claim.article], claim.cue.start) for claim in tamarel.claims]
    assert places
    assert places == sorted(places)


def test_no_two_entities_and_no_two_claims_have_one_id(tamarel: Record) -> None:
    ids = [*(claim.id for claim in tamarel.claims), *(entity.id for entity in tamarel.entities)]
    assert len(set(ids)) == len(ids)


def test_whatever_speaks_or_acts_is_an_entity_of_the_record(tamarel: Record) -> None:
    named = {claim.speaker.entity for claim in tamarel.claims}
    named |= {link.entity for claim in tamarel.claims for link in claim.chain}
    named |= {actor.entity for one in tamarel.readings for event in one.events for actor in event.actors}
    named |= {event.place.entity for one in tamarel.readings for event in one.events if event.place is not None}
    assert named - {None} <= {entity.id for entity in tamarel.entities}
    assert named - {None}
