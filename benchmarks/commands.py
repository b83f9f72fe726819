"""What the commands cost as a person runs them, as ratios taken in one run (CONTRACT §5).

usage: commands.py FILE.jsonl        one JSON object a line with title, body and so on; needs ripgrep

Prints, a line each: `add` of the file and of a folder with as many texts, beside a bare loop over the same; the disk
that the library takes, beside the file; `list WORD -f ids`, whole process, beside `rg -c -F WORD FILE`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

WORDS = ("姚明", "霍华德", "改革开放", "军平医药", "粤港澳大湾区", "经济", "习近平")
ROUNDS = 7
MOST_FILES = 20_000
ZJREADER = Path(sys.executable).with_name("zjreader")


def took(act: Callable[[], object], rounds: int = 1) -> float:
    """The least of some times, in seconds."""
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return min(times)


def run(home: Path, *words: str | Path) -> None:
    environ = {**os.environ, "ZJREADER_HOME": str(home)}
    subprocess.run([ZJREADER, *words], env=environ, capture_output=True, check=True)


def rg_of(word: str, path: Path) -> None:
    subprocess.run(["rg", "-c", "-F", word, path], capture_output=True, check=True)


def bare_lines(path: Path) -> None:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            json.loads(line)


def bare_files(folder: Path) -> None:
    for path in folder.rglob("*.txt"):
        path.read_bytes().decode("gb18030", "replace")


def spread(path: Path, folder: Path) -> int:
    """The same texts as files of a folder, in GB18030; how many."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == MOST_FILES:
                return number
            row = json.loads(line)
            below = folder / f"{number // 1000:03}"
            below.mkdir(parents=True, exist_ok=True)
            text = f"{row['title']}\n\n{row['body']}\n"
            (below / f"{number:06}.txt").write_bytes(text.encode("gb18030", "replace"))
    return number + 1


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main(path: Path) -> None:
    """Print the table."""
    work = Path(tempfile.mkdtemp())
    try:
        home = work / "home"
        bare, add = took(lambda: bare_lines(path), 3), took(lambda: run(home, "add", path))
        print(f"add of a file\t{add:.1f} s\t{add / bare:.1f} x a bare loop of {bare:.2f} s\tasked: 10")
        print(f"disk\t{size(home) / 1e6:.0f} MB\t{size(home) / path.stat().st_size:.2f} x the file\tasked: 2.5")
        for word in WORDS:
            rg, ours = (
                took(partial(rg_of, word, path), ROUNDS),
                took(partial(run, home, "list", word, "-f", "ids"), ROUNDS),
            )
            print(f"list {word} -f ids\t{ours * 1000:.0f} ms\t{ours / rg:.1f} R\tasked: 3 where df <= 5 %")
        files = spread(path, work / "texts")
        bare, add = (
            took(lambda: bare_files(work / "texts"), 3),
            took(lambda: run(work / "other", "add", work / "texts")),
        )
        print(f"add of {files} files\t{add:.1f} s\t{add / bare:.1f} x a bare loop of {bare:.2f} s\tasked: 6")
    finally:
        shutil.rmtree(work)


main(Path(sys.argv[1]))
