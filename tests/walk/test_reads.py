"""What a terminal's reads bring: long pastes, marked or not, whole or in pieces, and a key that repeats."""

import json
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.tmux import Sight
from tests.walk.conftest import Walker

SIZE = (120, 36)
PARAGRAPH = "城南老桥加固完工，今起恢复通行；jq、sx与A三条公交线路改回原线，市民出行更近了。\n"
PASTE = PARAGRAPH * (10_000 // len(PARAGRAPH) + 1)
COUNT = 1500


@pytest.fixture
def numbered(tmp_path: Path) -> Path:
    """Articles whose titles are the numbers of their rows."""
    page = tmp_path / "numbered.jsonl"
    lines = (json.dumps({"title": f"第{row}号公告", "body": "公告的正文。"}) for row in range(COUNT))
    page.write_text("\n".join(lines), "utf-8")
    return page


def on(row: int) -> str:
    return f"第{row}号公告"


def is_shown(sight: Sight, row: int) -> bool:
    return on(row) in sight.between(64)[1]


def nothing_is_marked(sight: Sight) -> bool:
    counted = [" ".join(line.split()) for line in sight.between(0, 26)]
    return f"unread {COUNT}" in counted and "starred 0" in counted


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "not marked"])
@pytest.mark.parametrize(
    ("before", "asks"),
    [
        pytest.param((), True, id="into the list"),
        pytest.param(("tab",), True, id="into the article"),
        pytest.param(("slash",), False, id="into the query line"),
    ],
)
def test_a_long_paste_never_acts_as_keys(
    walker: Walker, numbered: Path, before: tuple[str, ...], marked: bool, asks: bool
) -> None:
    shown = walker(str(numbered), size=SIZE)
    shown.until(lambda sight: is_shown(sight, 0))
    shown.press(*before)
    shown.paste(PASTE, marked=marked)
    if asks:
        shown.until(lambda sight: "read it?  y yes  n no" in sight)
        shown.type("n")
    else:
        shown.until(lambda sight: "0/" in sight.between(26)[0])
        shown.press("escape", "escape")
    shown.until(lambda sight: is_shown(sight, 0) and nothing_is_marked(sight))


def test_a_paste_in_pieces_never_acts_as_keys(walker: Walker, numbered: Path) -> None:
    """Each piece is long enough to be told from keys; how many of them one read brings is the terminal's affair."""
    shown = walker(str(numbered), size=SIZE)
    shown.until(lambda sight: is_shown(sight, 0))
    begin = 0
    for size in islice(cycle((61, 97, 23, 1021)), 20):
        shown.paste(PASTE[begin : begin + size], marked=False)
        begin += size
    shown.until(lambda sight: "read it?  y yes  n no" in sight)
    shown.type("n")
    shown.until(lambda sight: is_shown(sight, 0) and nothing_is_marked(sight))


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param((600,), id="all in one read"),
        pytest.param((1, 2, 3, 1, 1, 2), id="at 30 a second"),
        pytest.param((7, 19, 20, 21, 40, 120), id="over a slow line"),
    ],
)
def test_a_key_that_repeats_is_counted_to_the_last(walker: Walker, numbered: Path, sizes: tuple[int, ...]) -> None:
    shown = walker(str(numbered), size=SIZE)
    shown.until(lambda sight: is_shown(sight, 0))
    presses = 0
    for size in islice(cycle(sizes), 1 if sizes == (600,) else 30):
        shown.type("j" * size)
        presses += size
    shown.until(lambda sight: is_shown(sight, presses))
