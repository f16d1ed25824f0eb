"""Gathering sources, cues and contents into attributions."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from rashomon.model.attributions import linked
from rashomon.model.reader import Marks
from rashomon.model.windows import Window


def marks(count: int, cues: dict[int, int], sources: dict[int, int]) -> Marks:
    """Return pointers: each word of ``cues`` and ``sources`` to the word it is mapped to."""
    pointers = {name: np.zeros((count, count), np.float32) for name in ("cues", "sources")}
    for name, pairs in (("cues", cues), ("sources", sources)):
        for word, target in pairs.items():
            pointers[name][word, target] = 9
    return cast("Marks", SimpleNamespace(**pointers))


def links(roles: list[tuple[int, int, str]], given: Marks, count: int) -> tuple[tuple[int, ...], ...]:
    return linked(roles, [Window(0, count)], [given], np.zeros(count, np.int64))


def test_content_on_both_sides_of_its_cue_is_one_attribution() -> None:
    roles = [(0, 2, "content"), (2, 3, "source"), (3, 4, "cue"), (4, 6, "content")]
    given = marks(6, {0: 3, 1: 3, 4: 3, 5: 3}, {3: 2})
    assert links(roles, given, 6) == ((1,), (1,), (1,), (1,))


def test_source_shared_by_two_cues_belongs_to_both() -> None:
    roles = [(0, 1, "source"), (1, 2, "cue"), (2, 3, "content"), (3, 4, "cue"), (4, 5, "content")]
    given = marks(5, {2: 1, 4: 3}, {1: 0, 3: 0})
    assert links(roles, given, 5) == ((1, 2), (1,), (1,), (2,), (2,))


def test_cue_that_points_to_itself_has_no_source() -> None:
    roles = [(0, 1, "source"), (1, 2, "cue"), (2, 3, "content")]
    given = marks(3, {2: 1}, {1: 1})
    assert links(roles, given, 3) == ((), (1,), (1,))


def test_cue_without_content_is_no_attribution() -> None:
    roles = [(0, 1, "source"), (1, 2, "cue")]
    assert links(roles, marks(2, {}, {1: 0}), 2) == ((), ())


def test_content_without_any_cue_belongs_to_none() -> None:
    assert links([(0, 2, "content")], marks(2, {}, {}), 2) == ((),)


def test_words_of_a_content_ask_the_window_that_owns_them() -> None:
    roles = [(0, 1, "cue"), (1, 3, "content")]
    first, second = marks(3, {1: 0, 2: 0}, {0: 0}), marks(2, {}, {})
    windows = [Window(0, 3), Window(1, 3)]
    found: Any = linked(roles, windows, [first, second], np.array([0, 0, 1]))
    assert found == ((1,), (1,))
