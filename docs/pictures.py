"""Makes the README's picture: the reader in a real terminal (tmux), driven by keys, as a frame of text."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COLUMNS, LINES = 120, 34
KEYS = ("/", "导语", "Enter", "j", "Enter")
PATIENCE = 20.0
MARKED = re.compile(r"(<!-- picture -->\n).*?(<!-- /picture -->)", re.DOTALL)


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


def main() -> None:
    """Drive the reader and put its screen between the README's marks."""
    with tempfile.TemporaryDirectory() as home, terminal(home) as window:
        window.frame()
        for key in KEYS:
            window.tmux("send-keys", key)
            frame = window.frame()
    lines = "\n".join(line.rstrip() for line in frame.rstrip().splitlines())
    text = README.read_text("utf-8")
    README.write_text(MARKED.sub(lambda found: f"{found[1]}```text\n{lines}\n```\n{found[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
