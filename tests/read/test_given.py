"""What the user says in a sidecar or in a line of JSONL."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from rashomon.read import Source, read
from rashomon.records import Article, Rejection

Read = Callable[..., Article]
Outcome = list[Article | Rejection]
ReadLines = Callable[..., Outcome]


@pytest.fixture
def story(prose: tuple[str, ...]) -> str:
    return "\n\n".join(prose)


def line(**fields: object) -> bytes:
    return msgspec.json.encode(fields)


def only_article(found: Outcome) -> Article:
    (one,) = found
    assert isinstance(one, Article), one
    return one


def only_reason(found: Outcome) -> str:
    (one,) = found
    assert isinstance(one, Rejection), one
    return one.reason


def with_sidecar(found: Outcome) -> tuple[Article, Rejection]:
    article, rejection = found
    assert isinstance(article, Article)
    assert isinstance(rejection, Rejection)
    return article, rejection


def test_text_of_a_line(read_lines: ReadLines, story: str) -> None:
    assert only_article(read_lines(line(text=story))).text == story


def test_page_in_a_line(read_lines: ReadLines, page: Callable[..., str], prose: tuple[str, ...]) -> None:
    found = only_article(read_lines(line(html=page())))
    assert [found.text[one.start : one.end] for one in found.paragraphs] == list(prose)
    assert found.paragraphs[0].xpath is not None


def test_fields_of_a_line(read_lines: ReadLines, story: str) -> None:
    fields = {"url": "https://fictional.example/1", "outlet": "The Fictional Times", "date": "2024-05-14T20:15:00Z"}
    found = only_article(read_lines(line(text=story, **fields)))
    assert found.outlet is not None
    assert (found.url, found.outlet.name, found.outlet.basis, found.published.value, found.published.basis) == (
        "https://fictional.example/1",
        "The Fictional Times",
        "given",
        "2024-05-14T20:15:00+00:00",
        "given",
    )


def test_fields_of_a_line_are_metadata(read_lines: ReadLines, story: str) -> None:
    found = only_article(read_lines(line(text=story, author="Ann Bell", title="Harbour plan", date="2024-05-14")))
    assert {entry.field: entry.text for entry in found.metadata} == {
        "given author": "Ann Bell",
        "given title": "Harbour plan",
        "given date": "2024-05-14",
    }


def test_title_is_put_above_a_text_that_lacks_it(read_lines: ReadLines, story: str) -> None:
    found = only_article(read_lines(line(text=story, title="Velmara council approves plan for the old harbour")))
    assert found.text == f"Velmara council approves plan for the old harbour\n\n{story}"
    assert found.headline is not None
    assert found.headline.text == "Velmara council approves plan for the old harbour"


def test_title_that_opens_the_text_is_not_repeated(read_lines: ReadLines, story: str) -> None:
    text = f"Velmara council approves plan for the old harbour\n\n{story}"
    title = "Velmara council approves plan for the old harbour"
    assert only_article(read_lines(line(text=text, title=title))).text == text


def test_unknown_fields_are_ignored(read_lines: ReadLines, story: str) -> None:
    assert only_article(read_lines(line(text=story, tags=["harbour"], score=3)))


def test_null_fields_are_not_there(read_lines: ReadLines, story: str) -> None:
    found = only_article(read_lines(line(text=story, outlet=None, url=None, date=None, title=None)))
    assert (found.outlet, found.url, found.published.value) == (None, None, None)


def test_id_is_that_of_the_line_without_its_end(read_lines: ReadLines, story: str) -> None:
    unix, windows = read_lines(line(text=story), line(text=story) + b"\r")
    assert isinstance(unix, Article)
    assert isinstance(windows, Article)
    assert unix.id == windows.id


@pytest.mark.parametrize("content", ["{", "harbour", "[1, 2]", "3", "null", '"text"', '{"text": }', '{"text": "a'])
def test_line_that_is_no_object_of_json_is_rejected(read_lines: ReadLines, content: str) -> None:
    assert only_reason(read_lines(content)).startswith("not a line of JSON with the fields of an article")


@pytest.mark.parametrize(
    "content",
    ['{"text": 3}', '{"text": ["a"]}', '{"text": "a", "date": 2024}', '{"text": "a", "outlet": {"name": "b"}}'],
)
def test_field_of_a_wrong_type_is_rejected(read_lines: ReadLines, content: str) -> None:
    assert "Expected `str" in only_reason(read_lines(content))


@pytest.mark.parametrize("content", ["{}", '{"title": "Harbour"}', '{"text": null, "html": null}'])
def test_line_without_text_is_rejected(read_lines: ReadLines, content: str) -> None:
    assert only_reason(read_lines(content)) == 'a line without "text" or "html"'


def test_bytes_that_are_no_utf8_are_rejected(read_lines: ReadLines) -> None:
    assert "not a line of JSON" in only_reason(read_lines(b'{"text": "caf\xe9"}'))


def test_page_without_text_in_a_line_is_rejected(read_lines: ReadLines) -> None:
    assert only_reason(read_lines(line(html=""))) == "a page without content"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_line_with_a_blank_text_is_rejected(read_lines: ReadLines, text: str) -> None:
    assert only_reason(read_lines(line(text=text))) == "no visible text"


def test_deeply_nested_line_is_rejected(read_lines: ReadLines) -> None:
    assert only_reason(read_lines(b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"))


def test_byte_order_mark_before_the_first_line_is_left_out(read_lines: ReadLines, story: str) -> None:
    assert only_article(read_lines(b"\xef\xbb\xbf" + line(text=story))).text == story


@pytest.mark.parametrize("escape", [r"\ud83d", r"\ude00"])
def test_lone_surrogate_becomes_a_replacement_character(
    read_lines: ReadLines, prose: tuple[str, ...], escape: str
) -> None:
    found = only_article(read_lines(f'{{"text": "{escape}\\n{prose[0]}\\n{prose[1]}"}}'))
    assert found.text == f"\ufffd\n{prose[0]}\n{prose[1]}"


def test_pair_of_surrogates_is_one_character(read_lines: ReadLines, prose: tuple[str, ...]) -> None:
    found = only_article(read_lines(rf'{{"text": "\ud83d\ude00\n{prose[0]}\n{prose[1]}"}}'))
    assert found.text == f"\U0001f600\n{prose[0]}\n{prose[1]}"


def test_sidecar_gives_what_it_says(article: Read, story: str) -> None:
    sidecar = (
        'url = "https://fictional.example/1"\noutlet = "The Fictional Times"\nauthor = "Ann Bell"\ndate = 2024-05-14'
    )
    found = article(story, sidecar=sidecar)
    assert {entry.field: entry.text for entry in found.metadata} == {
        "given url": "https://fictional.example/1",
        "given outlet": "The Fictional Times",
        "given author": "Ann Bell",
        "given date": "2024-05-14",
    }


def test_empty_sidecar_says_nothing(article: Read, story: str) -> None:
    assert article(story, sidecar="").metadata == ()


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ('publisher = "The Fictional Times"', "unknown key 'publisher'"),
        ("outlet = 3", "outlet should be a string, not 3"),
        ('outlet = ["The Fictional Times"]', "outlet should be a string"),
        ("date = 20240514", "date should be a date, not 20240514"),
        ("date = 20:15:00", "date should be a date"),
        ("[outlet]\nname = 'The Fictional Times'", "outlet should be a string"),
        ("outlet: The Fictional Times", "not TOML"),
        ('outlet = "The Fictional Times', "not TOML"),
        ("date = 2024-02-31", "not TOML"),
        (b"outlet = '\xe9'", "not TOML"),
        ("# " + "harbour " * 20_000, "over the size limit"),
    ],
)
def test_unusable_sidecar_is_a_rejection_beside_the_article(
    read_file: Callable[..., Outcome], story: str, sidecar: str | bytes, reason: str
) -> None:
    found, rejection = with_sidecar(read_file(story, sidecar=sidecar))
    assert found.outlet is None
    assert rejection.source == "story.meta.toml"
    assert reason in rejection.reason
    assert rejection.reason.endswith("; the article was read without it")


def test_nested_sidecar_is_named_below_the_root(tmp_path: Path, story: str) -> None:
    path, sidecar = tmp_path / "one.txt", tmp_path / "one.meta.toml"
    path.write_text(story, encoding="utf-8")
    sidecar.write_text("x = 1", encoding="utf-8")
    _, rejection = with_sidecar(read(Source(name="may/one.txt", path=path, sidecar=sidecar)))
    assert rejection.source == "may/one.meta.toml"


def test_deeply_nested_sidecar_is_a_rejection(read_file: Callable[..., Outcome], story: str) -> None:
    with_sidecar(read_file(story, sidecar="outlet = " + "[" * 50_000))


def test_given_address_that_is_no_web_address_is_none(read_lines: ReadLines, story: str) -> None:
    assert only_article(read_lines(line(text=story, url="javascript:alert(1)"))).url is None
