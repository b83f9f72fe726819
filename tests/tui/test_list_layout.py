"""Where rows and the lines between days stand, seen against a list that is laid out whole."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.tui.list_layout import DAY, Layout, RowLine


def layout(begins: set[int], length: int, height: int, row_height: int = 1) -> Layout:
    return Layout(length, height, row_height, lambda row: row in begins)


def whole(each: Layout) -> list[RowLine]:
    """All lines of a list, as if its window had no end."""
    return each._replace(height=3 * each.length).lines(0)


class Shown(NamedTuple):
    layout: Layout
    top: int
    lines: list[tuple[int, int]]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(Shown(layout(set(), 9, 3), 2, [(2, 0), (3, 0), (4, 0)]), id="rows of one line"),
        pytest.param(Shown(layout(set(), 9, 3, 2), 2, [(2, 0), (2, 1), (3, 0)]), id="rows of two lines, the last cut"),
        pytest.param(Shown(layout({3}, 9, 3), 2, [(2, 0), (3, DAY), (3, 0)]), id="a day begins"),
        pytest.param(Shown(layout({3}, 9, 3), 3, [(3, DAY), (3, 0), (4, 0)]), id="a day begins at the top"),
        pytest.param(Shown(layout(set(), 2, 3), 0, [(0, 0), (1, 0)]), id="a short list"),
        pytest.param(Shown(layout(set(), 0, 3), 0, []), id="an empty list"),
    ],
)
def test_the_lines_of_a_window(case: Shown) -> None:
    assert case.layout.lines(case.top) == case.lines


LAYOUTS = st.builds(
    layout, st.sets(st.integers(1, 30)), st.integers(1, 30), st.integers(3, 20), st.sampled_from([1, 2])
)


@given(LAYOUTS, st.data())
def test_a_window_is_a_stretch_of_the_whole_list(each: Layout, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, each.length - 1))
    lines = whole(each)
    start = next(number for number, line in enumerate(lines) if line.row == top)
    assert each.lines(top) == lines[start : start + each.height]


@given(LAYOUTS, st.data())
def test_the_row_that_is_wanted_is_shown_whole_and_the_list_moves_no_more_than_it_must(
    each: Layout, data: st.DataObject
) -> None:
    row, before = (data.draw(st.integers(0, each.length - 1)) for _which in range(2))
    top = each.showing(row, before)
    shown = each.lines(top)
    assert all(RowLine(row, part) in shown for part in range(each.row_height))
    if top < before:
        assert top == row
    elif top > before:
        assert RowLine(row, each.row_height - 1) not in each.lines(top - 1)


@given(LAYOUTS, st.integers(-5, 40))
def test_no_line_stays_free_that_a_row_could_have(each: Layout, wanted: int) -> None:
    top = each.bounded(wanted)
    shown = each.lines(top)
    assert 0 <= top <= max(0, min(wanted, each.length - 1))
    assert shown[-1] == RowLine(each.length - 1, each.row_height - 1) or len(shown) == each.height
    if 0 < top < wanted and shown[-1].row == each.length - 1:
        assert RowLine(each.length - 1, each.row_height - 1) not in each.lines(top - 1)


def test_a_top_in_a_list_of_nothing_is_its_beginning() -> None:
    nothing = layout(set(), 0, 5)
    assert (nothing.bounded(3), nothing.showing(0, 0)) == (0, 0)
