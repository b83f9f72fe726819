"""Pictures of the screen: every character on its cell, nothing fetched."""

import io
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.tui.frames import frame
from tests.tui.newsroom import app_on, press
from zjreader.reader import Reader
from zjreader.text.width import advances, cells
from zjreader.tui.pictures import CELL, set_right, text_frame

WIDTH = 60
PLACED = re.compile(r'<text [^>]*x="([^"]+)" y="[^"]+"(?: textLength="([^"]+)")?[^>]*line-\d+\)">([^<]*)</text>')


def picture(*lines: str) -> str:
    """Rich's own picture of some lines."""
    console = Console(width=WIDTH, record=True, file=io.StringIO(), color_system="truecolor")
    for line in lines:
        console.print(line, markup=False, highlight=False, emoji=False, overflow="crop", no_wrap=True)
    return console.export_svg(title="新闻")


def placed(svg: str) -> list[tuple[str, list[float], float | None]]:
    """Each text of a picture, the cells where it or its characters begin, and how many it is stretched over."""
    return [
        (
            unescape(text).replace("\xa0", " "),
            [round(float(x) / CELL, 2) for x in places.split()],
            round(float(length) / CELL, 2) if length else None,
        )
        for places, length, text in PLACED.findall(svg)
    ]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        pytest.param("江城晚报", [("江城晚报", [0, 2, 4, 6], None)], id="Hanzi take two cells each"),
        pytest.param("plain text", [("plain text", [0], 10)], id="Latin takes one"),
        pytest.param("第3版A", [("第", [0], None), ("3", [2], 1), ("版", [3], None), ("A", [5], 1)],
                     id="mixed: each piece on its own cell"),
        pytest.param("“引号”", [("“", [0], 1), ("引号", [1, 3], None), ("”", [5], 1)], id="ambiguous marks take one"),
        pytest.param("<&> 新", [("<&> ", [0], 4), ("新", [4], None)], id="what XML means otherwise"),
        pytest.param("👍好", [("👍好", [0], 4)], id="emoji are not taken apart"),
        pytest.param("e\u0301a", [("e\u0301a", [0], 2)], id="a mark stays on its letter"),
        pytest.param("   ", [], id="blanks are not drawn"),
    ],
)  # fmt: skip
def test_where_characters_stand(line: str, pieces: list[tuple[str, list[float], float | None]]) -> None:
    assert placed(set_right(picture(line))) == pieces


@given(st.lists(st.text("新闻，“”…·（a1 <&>é😀─", max_size=25), max_size=4))
def test_the_text_of_a_picture_is_the_text_of_the_screen(lines: list[str]) -> None:
    wanted = "\n".join(line.rstrip() for line in lines).rstrip("\n")
    assert text_frame(set_right(picture(*lines))) == wanted


@given(st.text("新闻，“”a1 😀", min_size=1, max_size=25))
def test_no_piece_reaches_into_the_next(line: str) -> None:
    reached = 0.0
    for text, places, length in placed(set_right(picture(line))):
        assert places[0] >= reached
        reached = places[-1] + (length or 2)
        assert reached == places[0] + sum(advances(text))
    assert reached <= cells(line)


def test_nothing_is_fetched_and_the_picture_has_only_our_fonts() -> None:
    svg = set_right(picture("新闻"))
    assert "@font-face" not in svg
    assert re.findall(r"url\((?!#)", svg) == []
    assert set(re.findall("https?://[^\"' ]+", svg)) <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
    assert svg.count("Noto Sans Mono CJK SC") == 2


def test_a_picture_without_text_has_no_lines() -> None:
    assert text_frame("") == ""


async def test_a_screenshot_shows_what_the_screen_shows(reader: Reader) -> None:
    app = app_on(reader, "企业")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert text_frame(app.export_screenshot()).splitlines() == "\n".join(frame(app.screen)).rstrip().splitlines()
