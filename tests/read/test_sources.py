"""The inputs that arguments name."""

import os
import threading
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from rashomon.read import Source, find_sources, read
from rashomon.records import Article, Rejection


def names(*arguments: str | Path) -> list[str]:
    return [source.name for source in find_sources(map(str, arguments))[0]]


def reasons(*arguments: str | Path) -> dict[str, str]:
    return {rejection.source: rejection.reason for rejection in find_sources(map(str, arguments))[1]}


def put(path: Path, content: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_folder_gives_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.pdf"):
        put(tmp_path / name)
    assert names(tmp_path) == ["a.html", "b.txt", "c.pdf"]


def test_file_without_suffix_is_an_input(tmp_path: Path) -> None:
    put(tmp_path / "story")
    assert names(tmp_path) == ["story"]


def test_suffix_in_capitals_is_known(tmp_path: Path) -> None:
    put(tmp_path / "STORY.HTML")
    assert names(tmp_path) == ["STORY.HTML"]


def test_nested_files_are_named_below_the_root(tmp_path: Path) -> None:
    put(tmp_path / "may" / "wires" / "one.txt")
    assert names(tmp_path) == ["may/wires/one.txt"]


def test_single_file_is_named_by_its_file_name(tmp_path: Path) -> None:
    assert names(put(tmp_path / "may" / "one.txt")) == ["one.txt"]


def test_single_file_of_unknown_suffix_is_taken_at_its_word(tmp_path: Path) -> None:
    assert names(put(tmp_path / "one.news")) == ["one.news"]


def test_glob_gives_names_below_its_root(tmp_path: Path) -> None:
    put(tmp_path / "may" / "one.txt")
    put(tmp_path / "june" / "two.txt")
    assert names(tmp_path / "*" / "*.txt") == ["june/two.txt", "may/one.txt"]


def test_recursive_glob_enters_all_folders(tmp_path: Path) -> None:
    put(tmp_path / "one.txt")
    put(tmp_path / "may" / "wires" / "two.txt")
    assert sorted(names(tmp_path / "**" / "*.txt")) == ["may/wires/two.txt", "one.txt"]


def test_sources_are_sorted_by_name(tmp_path: Path) -> None:
    put(tmp_path / "one.txt")
    put(tmp_path / "may" / "wires" / "two.txt")
    assert names(tmp_path) == ["may/wires/two.txt", "one.txt"]


def test_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    assert names(put(tmp_path / "story [1].txt")) == ["story [1].txt"]


def test_glob_without_match_is_rejected(tmp_path: Path) -> None:
    pattern = str(tmp_path / "*.txt")
    assert reasons(pattern) == {pattern: "the pattern matches no file"}


def test_jsonl_gives_one_source_a_line(tmp_path: Path) -> None:
    path = put(tmp_path / "wires.jsonl", '{"text": "one"}\n{"text": "two"}\n')
    sources, _ = find_sources([str(path)])
    lines = [path.read_bytes()[(source.start or 0) :][: source.length] for source in sources]
    assert lines == [b'{"text": "one"}\n', b'{"text": "two"}\n']


def test_jsonl_line_is_named_by_its_number_in_the_file(tmp_path: Path) -> None:
    put(tmp_path / "may" / "wires.ndjson", '{"text": "one"}\n\n{"text": "three"}')
    assert names(tmp_path) == ["may/wires.ndjson#1", "may/wires.ndjson#3"]


def test_empty_jsonl_is_rejected(tmp_path: Path) -> None:
    put(tmp_path / "wires.jsonl", "\n \n")
    assert reasons(tmp_path) == {"wires.jsonl": "an empty file"}


def test_missing_jsonl_is_rejected(tmp_path: Path) -> None:
    assert reasons(tmp_path / "wires.jsonl") == {"wires.jsonl": "no such file"}


@pytest.mark.parametrize("name", ["story.txt", "story.html", "story.pdf", "story", "story.v2.txt"])
def test_sidecar_belongs_to_the_file_beside_it(tmp_path: Path, name: str) -> None:
    path = put(tmp_path / name)
    sidecar = put(path.with_name(f"{path.stem}.meta.toml"), "")
    assert find_sources([str(tmp_path)]) == ([Source(name=name, path=path, sidecar=sidecar)], [])


def test_sidecar_of_a_single_file_is_found(tmp_path: Path) -> None:
    path, sidecar = put(tmp_path / "story.txt"), put(tmp_path / "story.meta.toml", "")
    assert find_sources([str(path)])[0][0].sidecar == sidecar


def test_sidecar_in_a_glob_is_no_article(tmp_path: Path) -> None:
    put(tmp_path / "story.txt")
    put(tmp_path / "story.meta.toml", "")
    assert find_sources([str(tmp_path / "*")])[1] == []


def test_sidecar_without_its_file_is_rejected(tmp_path: Path) -> None:
    put(tmp_path / "lost.meta.toml", "")
    put(tmp_path / "story.txt")
    assert reasons(tmp_path) == {"lost.meta.toml": "describes no article: there is no file of that name beside it"}


def test_sidecar_of_a_suffix_in_capitals_is_no_orphan(tmp_path: Path) -> None:
    put(tmp_path / "STORY.TXT")
    put(tmp_path / "STORY.meta.toml", "")
    assert reasons(tmp_path) == {}


def test_sidecar_given_as_an_argument_is_no_article(tmp_path: Path) -> None:
    path, sidecar = put(tmp_path / "story.txt"), put(tmp_path / "story.meta.toml", "")
    assert names(path, sidecar) == ["story.txt"]


def test_sidecar_in_a_glob_needs_its_file_in_its_own_folder(tmp_path: Path) -> None:
    put(tmp_path / "may" / "story.txt")
    put(tmp_path / "june" / "story.meta.toml", "")
    assert list(reasons(tmp_path / "*" / "*")) == ["june/story.meta.toml"]


def test_sidecar_in_a_glob_may_belong_to_a_file_that_does_not_match(tmp_path: Path) -> None:
    put(tmp_path / "story.txt")
    put(tmp_path / "story.meta.toml", "")
    assert reasons(tmp_path / "*.toml") == {}


def test_hidden_file_is_rejected(tmp_path: Path) -> None:
    put(tmp_path / ".draft.txt")
    assert reasons(tmp_path) == {".draft.txt": "a hidden file; not read"}


def test_hidden_folder_is_not_entered(tmp_path: Path) -> None:
    put(tmp_path / ".trash" / "old.txt")
    assert find_sources([str(tmp_path)]) == ([], [Rejection(source=".trash", reason="a hidden folder; not entered")])


def test_unknown_suffix_is_rejected(tmp_path: Path) -> None:
    put(tmp_path / "map.png")
    assert reasons(tmp_path) == {"map.png": "a .png file; text, HTML, PDF and JSONL are read"}


@pytest.mark.parametrize("ending", ["_files", ".files", "-Dateien", "_fichiers", "_archivos"])
def test_assets_of_a_saved_page_are_not_entered(tmp_path: Path, ending: str) -> None:
    put(tmp_path / "story.html")
    put(tmp_path / f"story{ending}" / "frame.html")
    assert find_sources([str(tmp_path)]) == (
        [Source(name="story.html", path=tmp_path / "story.html")],
        [Rejection(source=f"story{ending}", reason="the pictures and scripts of a saved page; not entered")],
    )


def test_folder_that_is_only_named_like_assets_is_entered(tmp_path: Path) -> None:
    put(tmp_path / "court_files" / "one.txt")
    assert names(tmp_path) == ["court_files/one.txt"]


def test_directory_loop_ends(tmp_path: Path) -> None:
    put(tmp_path / "may" / "one.txt")
    (tmp_path / "may" / "again").symlink_to(tmp_path)
    sources, rejections = find_sources([str(tmp_path)])
    assert [source.name for source in sources] == ["may/one.txt"]
    assert [rejection.source for rejection in rejections] == ["may/again"]


def test_symlink_to_itself_is_rejected_when_read(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (source,) = find_sources([str(tmp_path)])[0]
    assert read(source) == [Rejection(source="self.txt", reason="no such file")]


def test_symlinked_folder_is_entered(tmp_path: Path) -> None:
    put(tmp_path / "archive" / "one.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "archive")
    assert names(tmp_path / "in") == ["link/one.txt"]


def test_missing_path_is_rejected_when_read(tmp_path: Path) -> None:
    (source,) = find_sources([str(tmp_path / "gone.txt")])[0]
    assert read(source) == [Rejection(source="gone.txt", reason="no such file")]


def test_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert find_sources([str(tmp_path)]) == ([], [])


def test_no_argument_gives_nothing() -> None:
    assert find_sources([]) == ([], [])


def test_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    arguments = [
        str(put(tmp_path / "b" / "one.txt").parent),
        str(put(tmp_path / "a" / "map.png").parent),
        str(put(tmp_path / "two.txt")),
        str(tmp_path / "*.jsonl"),
    ]
    found = [find_sources(order) for order in permutations(arguments)]
    assert all(other == found[0] for other in found)


def test_repeated_argument_counts_once(tmp_path: Path) -> None:
    path = str(put(tmp_path / "one.txt"))
    assert names(path, path) == ["one.txt"]


def test_file_named_beside_its_folder_counts_once(tmp_path: Path) -> None:
    path = put(tmp_path / "one.txt")
    assert names(tmp_path, path) == ["one.txt"]


def test_rejections_are_sorted_by_name(tmp_path: Path) -> None:
    put(tmp_path / "map.png")
    put(tmp_path / "map" / "zoom.png")
    found = [rejection.source for rejection in find_sources([str(tmp_path)])[1]]
    assert found == sorted(found)


def test_argument_longer_than_a_file_name_is_rejected() -> None:
    assert find_sources(["x" * 300]) == (
        [],
        [Rejection(source="x" * 300, reason="can't be opened: File name too long")],
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe_among_the_lines_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "wires.jsonl"
    os.mkfifo(pipe)
    walk = threading.Thread(target=find_sources, args=([str(tmp_path)],), daemon=True)
    walk.start()
    walk.join(timeout=0.5)
    was_stuck = walk.is_alive()
    if was_stuck:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        walk.join()
    assert not was_stuck


def test_file_name_that_is_not_utf8_can_be_written(tmp_path: Path, prose: tuple[str, ...]) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("\n\n".join(prose), encoding="utf-8")
    (source,) = find_sources([str(tmp_path)])[0]
    assert msgspec.json.encode(read(source))


def test_lines_of_one_file_are_read_each_for_itself(
    read_lines: Callable[..., list[Article | Rejection]], prose: tuple[str, ...]
) -> None:
    text = msgspec.json.encode({"text": "\n\n".join(prose)})
    found = read_lines(text, b"", b"no json", text)
    assert [type(one).__name__ for one in found] == ["Article", "Rejection", "Article"]
    assert [one.source for one in found] == ["wires.jsonl#1", "wires.jsonl#3", "wires.jsonl#4"]
