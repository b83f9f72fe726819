"""Pictures of the screen as lines of text; each was looked at. ZJREADER_FRAMES=write makes them anew."""

import os
import re
from pathlib import Path

import pytest

from tests.tui.frames import GOLDEN, frame, golden
from tests.tui.newsroom import app_on, press, reader_on
from zjreader.messages import _
from zjreader.text.width import cells
from zjreader.tui.keys import GROUPS

WORD = re.compile("[A-Za-z]{2,}")

PICTURES = [
    pytest.param("three-panes", (120, 36), (), id="three panes"),
    pytest.param("three-panes-filtered", (120, 36), ("slash", "企", "业"), id="three panes, filtered"),
    pytest.param("two-panes", (80, 24), ("enter",), id="two panes, an article opened"),
    pytest.param("two-panes-filtering", (80, 24), ("j", "s", "slash", "江"), id="two panes, the filter above them"),
    pytest.param("one-pane", (40, 12), ("j", "m", "s"), id="one pane, the list"),
    pytest.param("one-pane-reading", (40, 12), ("j", "enter"), id="one pane, the article"),
    pytest.param("one-pane-filtering", (40, 12), ("slash", "企"), id="one pane, filtering"),
    pytest.param("help", (80, 24), ("question_mark",), id="help"),
]


@pytest.mark.parametrize(("name", "size", "keys"), PICTURES)
async def test_the_screen_looks_as_it_did(
    tmp_path: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(reader_on(tmp_path))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        lines = frame(app.screen)
    if os.environ.get("ZJREADER_FRAMES") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == golden(name)
    assert len(lines) == size[1]
    assert max(map(cells, lines)) <= size[0]


@pytest.mark.parametrize("keys", [(), ("enter",), ("question_mark",), ("slash", "2", "0")], ids=str)
async def test_in_the_chinese_interface_no_english_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "zh_CN")
    messages = ["? shows all keys", *(says for _name, group in GROUPS for key in group for says in key[3:5])]
    if any(_(message) == message for message in messages):
        pytest.skip("the Chinese messages are not built")
    printed = {word for _name, group in GROUPS for key in group for name in key.shown for word in WORD.findall(name)}
    app = app_on(reader_on(tmp_path))
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, *keys)
        lines = frame(app.screen)
    assert {word for line in lines for word in WORD.findall(line)} <= printed | {"caijing", "txt", "esc"}
