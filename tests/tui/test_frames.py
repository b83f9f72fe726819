"""Pictures of the screen as lines of text; each was looked at. ZJREADER_FRAMES=write makes them anew."""

import os
import re
from pathlib import Path

import pytest

from tests.tui.frames import GOLDEN, frame, golden, looks
from tests.tui.newsroom import NEWS, UNHURRIED, VOICES, app_on, article, press, reader_on
from zjreader.messages import _
from zjreader.query.fields import STATES
from zjreader.text.clean import Clean
from zjreader.text.width import cells
from zjreader.tui.keys import GROUPS

WORD = re.compile("[A-Za-z]{2,}")
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]")

PICTURES = [
    pytest.param("three-panes", (120, 36), (), id="three panes"),
    pytest.param("three-panes-filtered", (120, 36), ("slash", "企", "业"), id="three panes, filtered"),
    pytest.param("two-panes", (80, 24), ("enter",), id="two panes, an article opened"),
    pytest.param("two-panes-filtering", (80, 24), ("j", "s", "slash", "江"), id="two panes, the filter above them"),
    pytest.param("two-panes-counts", (80, 24), ("slash", "tab", *"jjjj", "enter"), id="two panes, a value chosen"),
    pytest.param("two-panes-timeline", (80, 24), ("slash", "tab", "tab", "k"), id="two panes, in the timeline"),
    pytest.param("three-panes-offered", (120, 36), ("slash", "媒", "体", "colon"), id="three panes, values offered"),
    pytest.param("one-pane-timeline", (40, 12), ("slash", "tab", "tab"), id="one pane, in the timeline"),
    pytest.param("one-pane", (40, 12), ("j", "m", "s"), id="one pane, the list"),
    pytest.param("one-pane-reading", (40, 12), ("j", "enter"), id="one pane, the article"),
    pytest.param("one-pane-filtering", (40, 12), ("slash", "企"), id="one pane, filtering"),
    pytest.param("one-pane-counts", (40, 12), ("slash", "tab", *"jjjj", "enter"), id="one pane, a value chosen"),
    pytest.param("help", (80, 24), ("question_mark",), id="help"),
    pytest.param("alone", (120, 36), ("j", "enter", "z"), id="reading mode"),
    pytest.param("palette", (80, 24), ("ctrl+p", *"mark"), id="palette"),
    pytest.param("question", (80, 24), ("x", "j", "x", "A"), id="two chosen, and a question"),
    pytest.param("one-pane-label", (40, 12), ("t", *"待"), id="one pane, a label"),
    pytest.param(
        "saved", (120, 36), ("slash", *"企业", "enter", "V", *"早报", "enter"), id="three panes, a query saved"
    ),
    pytest.param("saving", (80, 24), ("slash", *"企业", "enter", "V"), id="two panes, a query to save"),
    pytest.param("offered", (120, 36), ("slash", *"寒潮 博物馆"), id="three panes, a loose question offered"),
    pytest.param("trouble", (80, 24), ("slash", *"企业 is:x"), id="a query that cannot be read"),
]
LIGHTS = [
    pytest.param("zjreader-dark", "", id="dark"),
    pytest.param("zjreader-paper", "", id="paper"),
    pytest.param("zjreader-dark", "1", id="no colour"),
]


@pytest.mark.parametrize(("name", "size", "keys"), PICTURES)
async def test_the_screen_looks_as_it_did(
    tmp_path: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(reader_on(tmp_path))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        lines = frame(app.screen)
    assert lines == kept(name, lines)
    assert len(lines) == size[1]
    assert max(map(cells, lines)) <= size[0]


def kept(name: str, lines: list[str]) -> list[str]:
    """The frame of this name; with ZJREADER_FRAMES=write these lines, which it then is."""
    if os.environ.get("ZJREADER_FRAMES") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return golden(name)


@pytest.mark.parametrize(("theme", "no_color"), LIGHTS)
async def test_each_voice_has_its_look_in_every_light(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, no_color: str, request: pytest.FixtureRequest
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    settings = UNHURRIED._replace(theme=Clean(theme))
    app = app_on(reader_on(tmp_path, [VOICES, *NEWS]), settings=settings)
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "enter")
        lines = [*frame(app.screen), "", *looks(app.screen)]
    name = f"voices-{request.node.callspec.id.replace(' ', '-')}"
    assert lines == kept(name, lines)


WALK = [
    pytest.param((), id="list"),
    pytest.param(("enter",), id="article"),
    pytest.param(("question_mark",), id="help"),
    pytest.param(("slash", "2", "0"), id="nothing found"),
    pytest.param(("slash", "2", "space", "0"), id="a loose question offered"),
    pytest.param(("slash", "2", "enter", "V"), id="a query to save"),
    pytest.param(("slash", "2", "enter", "V", "7", "enter"), id="a query saved"),
    pytest.param(("slash", "i", "s", "colon", "x"), id="a query that cannot be read"),
    pytest.param(("slash", "tab", "j", "enter", "j"), id="counts"),
    pytest.param(("m", "s", "u"), id="marks taken back"),
    pytest.param(("ctrl+c",), id="the framework's key to quit"),
    pytest.param(("ctrl+p",), id="the framework's key for commands"),
]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
@pytest.mark.parametrize("keys", WALK)
async def test_in_the_chinese_interface_no_english_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("ZJREADER_LANG", language)
    messages = ["{key} shows all keys", *(says for _name, group in GROUPS for key in group for says in key[3:5])]
    if any(_(message) == message for message in messages):
        pytest.skip("the Chinese messages are not built")
    printed = {word for _name, group in GROUPS for key in group for name in key.shown for word in WORD.findall(name)}
    app = app_on(reader_on(tmp_path))
    async with app.run_test(size=(120, 70)) as pilot:
        await press(pilot, *keys)
        lines = frame(app.screen)
    own = {"is", "about", *STATES.values()}  # the query language, which is one in all tongues
    assert {word for line in lines for word in WORD.findall(line)} <= printed | own | {"caijing", "txt", "esc"}


@pytest.mark.parametrize("keys", WALK)
async def test_in_the_english_interface_no_chinese_is_left(tmp_path: Path, keys: tuple[str, ...]) -> None:
    news = [article("Harbour opens a route", "Two sailings a week.", section="trade", publisher="Courier")]
    unplaced = [each._replace(place=None, authors=()) for each in news]
    app = app_on(reader_on(tmp_path, unplaced))
    async with app.run_test(size=(120, 70)) as pilot:
        await press(pilot, *keys)
        lines = frame(app.screen)
    assert [line for line in lines if CHINESE.search(line)] == []
