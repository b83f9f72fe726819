"""Makes the README's pictures from the guide, driven by keys.

One is a frame of text from a real terminal (tmux) and stands in the README; the others are SVG as the screen exports
it, without a terminal, so that whoever draws them anew gets the same bytes.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from zjreader.guide import pages
from zjreader.library.paths import find
from zjreader.library.settings import DEFAULTS
from zjreader.messages import _
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.opening import Opening

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COLUMNS, LINES = 120, 34
KEYS = ("/", "导语", "Enter", "j", "Enter")
PATIENCE = 20.0
DRAWN = ROOT / "docs" / "pictures"
MARKED = re.compile(r"(<!-- picture -->\n).*?(<!-- /picture -->)", re.DOTALL)


class Picture(NamedTuple):
    """The screen after some keys, in a theme, of so many columns and lines."""

    name: str
    keys: tuple[str, ...]
    theme: Clean = DEFAULTS.theme
    size: tuple[int, int] = (110, 28)


PICTURES = (
    Picture("list", ("j",)),
    Picture("reading", ("j", "enter")),
    Picture("filter", ("slash", *"检索", "tab", *"jjj", "enter"), size=(124, 28)),
    Picture("paper", ("j", "enter"), Clean("zjreader-paper")),
)


class Terminal:
    """A tmux server of its own with one window in which a command runs."""

    def __init__(self, server: str) -> None:
        self.server = server

    def tmux(self, *words: str) -> str:
        """What tmux answers to a command."""
        return subprocess.run(["tmux", "-L", self.server, *words], capture_output=True, text=True, check=True).stdout

    def frame(self) -> str:
        """The screen once two looks at it are the same."""
        deadline, before = time.monotonic() + PATIENCE, ""
        while time.monotonic() < deadline:
            time.sleep(0.4)
            now = self.tmux("capture-pane", "-p")
            if now.strip() and now == before:
                return now
            before = now
        raise SystemExit("the screen did not come to rest")


@contextmanager
def terminal(home: str) -> Iterator[Terminal]:
    """A terminal in which the reader runs on an empty home."""
    made = Terminal(f"zjreader-picture-{os.getpid()}")
    environ = {"ZJREADER_HOME": home, "ZJREADER_LANG": "zh_CN", "LC_ALL": "C.UTF-8"}
    zjreader = Path(sys.executable).with_name("zjreader")
    command = " ".join([*(f"{name}={value}" for name, value in environ.items()), str(zjreader)])
    made.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES), command)
    try:
        yield made
    finally:
        made.tmux("kill-server")


def now() -> datetime:
    """The guide's newest day, so that a picture does not change with the day on which it is drawn."""
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


async def draw(picture: Picture, home: Path) -> None:
    """Write one picture."""
    reader = Reader.open(find({"ZJREADER_HOME": str(home)}), pages.documents(), now)
    settings = DEFAULTS._replace(theme=picture.theme)
    app = ZjreaderApp(Opening(reader, clean_line(_("guide")), settings=settings, rest=0))
    async with app.run_test(size=picture.size) as pilot:
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        svg = app.export_screenshot()
    DRAWN.mkdir(exist_ok=True)
    (DRAWN / f"{picture.name}.svg").write_text(svg, "utf-8")


def photograph() -> None:
    """Put the screen of a real terminal between the README's marks."""
    with tempfile.TemporaryDirectory() as home, terminal(home) as window:
        window.frame()
        for key in KEYS:
            window.tmux("send-keys", key)
            frame = window.frame()
    lines = "\n".join(line.rstrip() for line in frame.rstrip().splitlines())
    text = README.read_text("utf-8")
    README.write_text(MARKED.sub(lambda found: f"{found[1]}```text\n{lines}\n```\n{found[2]}", text), "utf-8")


def main() -> None:
    """All pictures, in Chinese."""
    os.environ["ZJREADER_LANG"] = "zh_CN"
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            asyncio.run(draw(picture, Path(home)))
    photograph()


if __name__ == "__main__":
    main()
