"""Every key of the table, pressed in a real terminal, does what a reader would see."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.processes import unmeasured
from tests.walk.conftest import Walker
from tests.walk.steps import SIZE, SOURCES_WALK, VERSIONS_WALK, WALK, Step, on
from zjreader.tui.keys import PLACES


def titles(*words: str) -> list[str]:
    """The titles of what a command prints, in its order."""
    command = [sys.executable, "-m", "zjreader", *words, "-f", "jsonl"]
    environ = unmeasured() | {"PYTHONPATH": str(ROOT / "src")}
    printed = subprocess.run(command, capture_output=True, text=True, env=environ, check=True).stdout
    return [json.loads(line)["title"] for line in printed.splitlines()]


def test_the_walk_knows_every_key_of_the_table() -> None:
    table = {(key.id, each) for place in PLACES for key in place for each in key.keys.split(",")}
    assert {(step.act, step.key) for step in (*WALK, *VERSIONS_WALK, *SOURCES_WALK)} == table


def walk(walker: Walker, sources: tuple[str, ...], listed: list[str], steps: tuple[Step, ...] = WALK) -> None:
    shown = walker(*sources, size=SIZE)
    shown.until(lambda sight: on(0)(sight, listed))
    for number, step in enumerate(steps[:-1]):
        shown.press(step.key)
        shown.until(partial(step.seen, titles=listed), f"{number}: {step.act} by {step.key}")
        if step.typed:
            shown.type(step.typed)
    shown.press(steps[-1].key)
    assert shown.end() == 0
    assert "Traceback" not in shown.sight


def test_every_key_does_on_the_guide_what_is_seen(walker: Walker) -> None:
    walk(walker, (), titles("guide"))


@pytest.mark.skipif("ZJREADER_TEST_LONG" not in os.environ, reason="a minute more (ZJREADER_TEST_LONG)")
def test_every_key_does_on_a_column_page_what_is_seen(walker: Walker, news_data: Path) -> None:
    page = str(news_data / "column_page" / "chanjing.txt")
    walk(walker, (page,), titles("list", "--from", page))


def library_of(home: Path, table: Path, *titles: str) -> None:
    """A library of one article, which bore these titles one after the other."""
    for title in titles:
        article = {"title": title, "content": "加固用了三个月。", "url": "https://news.example/bridge.html"}
        table.write_text(json.dumps(article), "utf-8")
        environ = unmeasured() | {"PYTHONPATH": str(ROOT / "src"), "ZJREADER_HOME": str(home)}
        subprocess.run([sys.executable, "-m", "zjreader", "add", str(table)], check=True, env=environ)


def test_every_key_on_the_versions_of_an_article_does_what_is_seen(walker: Walker, tmp_path: Path) -> None:
    titles = ("城南老桥恢复通行", "城南老桥通行", "城南老桥明日通行")
    library_of(tmp_path / "home", tmp_path / "bridge.jsonl", *titles)
    walk(walker, (), [titles[-1]], VERSIONS_WALK)


def test_every_key_on_the_sources_does_what_is_seen(walker: Walker, tmp_path: Path) -> None:
    library_of(tmp_path / "home", tmp_path / "bridge.jsonl", "城南老桥恢复通行")
    walk(walker, (), ["城南老桥恢复通行"], SOURCES_WALK)
