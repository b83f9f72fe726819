"""Headlines, counts, keys and help as lines: what they say, and that none is ever wider than asked."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import UNTOUCHED, Headline, Span, State
from zjreader.errors import QueryError
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.bars import key_pieces
from zjreader.tui.facets import Count, Facet, facet_lines
from zjreader.tui.filter_pane import trouble_lines
from zjreader.tui.headline_line import day_line, headline_line, row_height
from zjreader.tui.help import key_lines
from zjreader.tui.key import Key, Pane
from zjreader.tui.keys import ACTING, CLOSING, GROUPS, MOVING
from zjreader.tui.painted import Piece, Pieces, marked
from zjreader.tui.palette import command_line
from zjreader.tui.rows import Row

TEXT = st.text("新闻，“”…·（a1 😀-", max_size=60).map(clean_line)
AMBIGUOUS = st.sampled_from([1, 2])
"""Cells that the terminal draws “ in."""


def headline(
    title: str,
    *,
    state: State = UNTOUCHED,
    publisher: str | None = "江城晚报",
    section: str | None = "财经",
    day: str = "11月19日",
    opening: str | None = None,
    chosen: bool = False,
) -> Row:
    return Row(
        Headline(
            0,
            Clean("c1"),
            clean_line(title),
            "full",
            clean_line(section) if section else None,
            clean_line(publisher) if publisher else None,
            None,
            clean_line(opening or ""),
            state,
        ),
        clean_line(day),
        chosen=chosen,
        recurs=opening is not None,
    )


def text_of(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def row_lines(each: Row, width: int, *spans: Span) -> list[str]:
    return [text_of(headline_line(each, width, spans, line)).rstrip() for line in range(row_height(width))]


class Shown(NamedTuple):
    row: Row
    width: int
    lines: list[str]


TITLE = "港口新航线开通"
LONG = "今年首场寒潮周末抵达江城最低气温将跌破零度"
READ, BOTH = State(read=True), State(read=True, starred=True)
LABELLED = State(labels=(Clean("待读"), Clean("选题")))
BULLETIN = headline("国内联播快讯", opening="港口新航线本月开通，每周两班，沿途停靠四个港口")
DATED = headline("国内联播快讯", opening="江城晚报11月19日江城讯 港口新航线本月开通，每周两班，沿途停靠四个港口")
ROWS = [
    pytest.param(
        Shown(
            headline(TITLE),
            100,
            ["+   港口新航线开通" + " " * 41 + "财经" + " " * 6 + "江城晚报" + " " * 10 + "11月19日"],
        ),
        id="very wide: title, section, publisher, date",
    ),
    pytest.param(
        Shown(headline(TITLE), 80, ["+   港口新航线开通" + " " * 31 + "江城晚报" + " " * 10 + "11月19日"]),
        id="wide: no section",
    ),
    pytest.param(
        Shown(headline(TITLE), 60, ["+   港口新航线开通" + " " * 29 + "11月19日"]), id="less wide: no publisher"
    ),
    pytest.param(
        Shown(headline(TITLE), 40, ["+   港口新航线开通", "    江城晚报 · 财经             11月19日"]),
        id="narrow: the second line says who and where",
    ),
    pytest.param(
        Shown(headline(LONG), 30, ["+   今年首场寒潮周末抵达江城最", "    低气温将跌破零度  11月19日"]),
        id="narrow: a long title goes on",
    ),
    pytest.param(
        Shown(
            headline(LONG + "注意保暖")._replace(day=Clean("11月19日")),
            30,
            ["+   今年首场寒潮周末抵达江城最", "    低气温将跌破零度注意保暖"],
        ),
        id="narrow: under the line of its day the date yields to the end of the title",
    ),
    pytest.param(
        Shown(headline(LONG + "注意保暖"), 30, ["+   今年首场寒潮周末抵达江城最", "    低气温将跌破零…   11月19日"]),
        id="narrow: where no line names the day it does not",
    ),
    pytest.param(
        Shown(headline(LONG, day=""), 30, ["+   今年首场寒潮周末抵达江城最", "    低气温将跌破零度"]),
        id="narrow: without a date there is more room",
    ),
    pytest.param(Shown(headline(TITLE, state=READ), 62, ["    港口新航线开通"]), id="read has no sign"),
    pytest.param(Shown(headline(TITLE, state=BOTH), 62, [" *  港口新航线开通"]), id="starred has one"),
    pytest.param(
        Shown(headline(TITLE, state=State(starred=True)), 62, ["+*  港口新航线开通"]), id="unread and starred"
    ),
    pytest.param(Shown(headline(TITLE, chosen=True), 62, ["+ x 港口新航线开通"]), id="chosen"),
    pytest.param(
        Shown(headline(TITLE, state=LABELLED), 62, ["+   港口新航线开通  #待读 #选题"]), id="labels after the title"
    ),
    pytest.param(
        Shown(headline(LONG, state=LABELLED), 62, ["+   今年首场寒潮周末抵达江城最低气温将跌破零度   11月19日"]),
        id="no room for labels",
    ),
    pytest.param(
        Shown(headline(TITLE, state=LABELLED), 40, ["+   港口新航线开通", "    江城晚报 · 财经  #待读 #…   11月19日"]),
        id="narrow: labels after who and where",
    ),
    pytest.param(
        Shown(BULLETIN, 62, ["+   国内联播快讯  港口新航线本月开通，每周两班…  11月19日"]),
        id="a title that recurs goes on with the opening of the text",
    ),
    pytest.param(
        Shown(BULLETIN, 40, ["+   国内联播快讯", "    港口新航线本月开通，每周…   11月19日"]),
        id="narrow: the opening of the text on the second line",
    ),
    pytest.param(
        Shown(DATED, 62, ["+   国内联播快讯  港口新航线本月开通，每周两班…  11月19日"]),
        id="the opening begins behind its dateline",
    ),
    pytest.param(
        Shown(headline("", publisher=None, section=None, day=""), 30, ["+", ""]),
        id="an article of which nothing is known",
    ),
]


@pytest.mark.parametrize("case", ROWS)
def test_a_row(case: Shown) -> None:
    lines = row_lines(case.row, case.width)
    assert [line[: len(wanted)] for line, wanted in zip(lines, case.lines, strict=True)] == case.lines


@given(st.integers(20, 200), AMBIGUOUS)
def test_the_line_of_a_day_is_as_wide_as_the_list(width: int, ambiguous: int) -> None:
    line = text_of(day_line(Clean("11月19日"), width, ambiguous))
    assert line.startswith("    11月19日 ──")
    assert cells(line, ambiguous) == width


def test_a_match_is_marked_on_both_lines_of_a_row() -> None:
    lines = [headline_line(headline(LONG), 30, (Span(11, 15),), line) for line in (0, 1)]
    assert [[piece.text for piece in line if piece.look == "match"] for line in lines] == [["城最"], ["低气"]]


def test_no_match_is_marked_on_an_ellipsis() -> None:
    pieces = headline_line(headline(LONG), 62, (Span(0, len(LONG)),), 0)
    cut = headline_line(headline(LONG * 3), 60, (Span(0, 3 * len(LONG)),), 0)
    assert [piece.text for piece in pieces if piece.look == "match"] == [LONG]
    assert [piece.text for piece in cut if piece.look == "match"] == [(LONG * 3)[:20]]


FACTS = st.builds(
    lambda title, publisher, section: headline(
        title, publisher=publisher, section=section, state=LABELLED, opening=title or None
    ),
    TEXT,
    TEXT,
    TEXT,
)


@given(FACTS, st.integers(24, 160), st.sets(st.integers(0, 60), min_size=2), AMBIGUOUS)
def test_no_row_is_wider_than_the_list(each: Row, width: int, ends: set[int], ambiguous: int) -> None:
    span = Span(min(ends), max(ends))
    for line in range(row_height(width)):
        assert cells(text_of(headline_line(each, width, (span,), line, ambiguous)), ambiguous) <= width


@given(TEXT, TEXT, st.integers(60, 160), AMBIGUOUS)
def test_the_date_stands_in_one_column_whatever_stands_before_it(
    title: str, publisher: str, width: int, ambiguous: int
) -> None:
    line = text_of(headline_line(headline(title, publisher=publisher), width, (), 0, ambiguous))
    assert cells(line[: line.rindex("11月19日")], ambiguous) == width - 13


@given(TEXT, st.lists(st.integers(0, 70), max_size=8))
def test_marking_neither_adds_nor_loses_a_character(text: Clean, ends: list[int]) -> None:
    sorted_ends = sorted(ends)
    spans = tuple(Span(*pair) for pair in zip(sorted_ends[::2], sorted_ends[1::2], strict=False))
    assert text_of(marked(text, spans)) == text


def test_what_is_marked_looks_like_a_match() -> None:
    assert marked(Clean("新航线开通"), (Span(1, 3),)) == (
        Piece(Clean("新")),
        Piece(Clean("航线"), "match"),
        Piece(Clean("开通")),
    )


FACETS = (
    Facet(Clean("状态"), (Count(Clean("全部"), 12, chosen=True), Count(Clean("未读"), 7))),
    Facet(Clean("没有"), ()),
    Facet(Clean("媒体"), tuple(Count(Clean(f"江城晚报{number}"), 10 - number) for number in range(9))),
)


def test_where_the_room_is_high_counts_stand_in_a_column() -> None:
    lines = [text_of(line.pieces) for line in facet_lines(FACETS, 20, 12)]
    assert lines == [
        "状态",
        "> 全部            12",
        "  未读             7",
        "",
        "媒体",
        "  江城晚报0       10",
        "  江城晚报1        9",
        "  江城晚报2        8",
        "  江城晚报3        7",
        "  江城晚报4        6",
        "  江城晚报5        5",
        "  江城晚报6        4",
    ]


def test_facets_share_the_room_in_turns() -> None:
    sections = Facet(Clean("栏目"), tuple(Count(Clean(f"版{number}"), 9 - number) for number in range(5)))
    lines = [text_of(line.pieces).split() for line in facet_lines((*FACETS, sections), 20, 14)]
    assert [line[0] for line in lines if line] == [
        *("状态", ">", "未读"),
        *("媒体", "江城晚报0", "江城晚报1", "江城晚报2", "江城晚报3"),
        *("栏目", "版0", "版1", "版2"),
    ]


def test_where_the_room_is_low_a_facet_takes_a_line() -> None:
    lines = [text_of(line.pieces) for line in facet_lines(FACETS, 40, 3)]
    assert lines == ["状态 >全部 12  未读 7", "媒体  江城晚报0 10  江城晚报1 9"]


@given(st.lists(st.tuples(TEXT, st.integers(0, 10**6)), max_size=8), st.integers(10, 60), st.integers(0, 30), AMBIGUOUS)
def test_counts_fit_into_their_room(values: list[tuple[Clean, int]], width: int, height: int, ambiguous: int) -> None:
    facet = Facet(Clean("媒体"), tuple(Count(value, number) for value, number in values))
    lines = facet_lines((facet,), width, height, ambiguous)
    assert len(lines) <= height
    assert all(cells(text_of(line.pieces), ambiguous) <= width for line in lines)


@pytest.mark.parametrize("pane", ["filter", "list", "article"])
@given(width=st.integers(0, 120), ambiguous=AMBIGUOUS)
def test_the_foot_shows_whole_keys_only(pane: Pane, width: int, ambiguous: int) -> None:
    assert cells(text_of(key_pieces(pane, width, ambiguous=ambiguous)).rstrip(), ambiguous) <= width


KEYS = [key for _name, keys in GROUPS for key in keys]


@given(st.sampled_from(KEYS), st.integers(0, 120), AMBIGUOUS)
def test_a_command_fits_its_line_with_its_key_at_the_end(key: Key, width: int, ambiguous: int) -> None:
    line = text_of(command_line(key, width, ambiguous))
    assert cells(line, ambiguous) <= width
    assert width < 40 or line.endswith(key.shown[0])


@given(TEXT.filter(bool), st.data(), st.integers(1, 60), AMBIGUOUS)
def test_what_is_wrong_with_a_query_fits_its_pane(text: Clean, data: st.DataObject, width: int, ambiguous: int) -> None:
    error = QueryError("“：”后面应有值……", text, data.draw(st.integers(0, len(text))))
    lines = trouble_lines(error, width, ambiguous)
    assert all(cells(line, ambiguous) <= max(width, 2) for line in lines)


def test_the_foot_of_the_list_names_what_matters_there() -> None:
    foot = text_of(key_pieces("list", 100)).split("  ")
    assert foot[:3] == ["enter open", "n next unread", "/ filter"]


@given(st.integers(30, 120), AMBIGUOUS)
def test_the_help_fits_its_width_and_names_every_key(width: int, ambiguous: int) -> None:
    lines = [text_of(line) for line in key_lines(width, ambiguous=ambiguous)]
    assert all(cells(line, ambiguous) <= width for line in lines)
    assert all(any(line.startswith(key.shown[0] + " ") for line in lines) for key in KEYS)


def test_every_key_has_a_name_of_its_own_and_says_what_it_does() -> None:
    keys = [key for _name, group in GROUPS for key in group] + list(CLOSING)
    assert len({key.id for key in keys}) == len(keys)
    assert all(key.says and key.tells for key in keys)


def test_no_two_acts_share_a_key() -> None:
    used = [each for key in (*MOVING, *ACTING) for each in key.keys.split(",")]
    assert len(used) == len(set(used))
