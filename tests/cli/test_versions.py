"""`show --version` and `--diff`: a text as it was before, and what changed in it, of what the library holds."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

EARLIER = '{"title": "城南老桥恢复通行", "content": "加固用了三个月。", "url": "https://news.example/bridge.html"}'


@pytest.fixture
def bridge(run: Run, tmp_path: Path) -> str:
    """The id of an article of two versions."""
    table = tmp_path / "bridge.jsonl"
    for text in (EARLIER, EARLIER.replace("三个月", "一百天")):
        table.write_text(text, "utf-8")
        run("add", table)
    return run("list", "-f", "ids").out.strip()


@pytest.mark.parametrize(("number", "text", "versions"), [(1, "三个月", 1), (2, "一百天", 2)])
def test_each_version_is_shown_as_it_was(run: Run, bridge: str, number: int, text: str, versions: int) -> None:
    assert f"加固用了{text}" in run("show", bridge[:6], "--version", str(number)).out
    assert f'"versions":{versions}' in run("show", bridge, "--version", str(number), "-f", "jsonl").out


def test_without_a_number_the_last_one_is_shown(run: Run, bridge: str) -> None:
    assert "一百天" in run("show", bridge).out


@pytest.mark.parametrize("number", [0, 3])
def test_a_version_that_never_was_is_told(run: Run, bridge: str, number: int) -> None:
    ran = run("show", bridge, "--version", str(number))
    assert (ran.code, ran.out, ran.err) == (1, "", f"zjreader: {bridge}: has 2 versions\n")


def test_sources_that_are_only_read_have_no_versions(run: Run, bridge: str, tmp_path: Path) -> None:
    assert run("show", bridge, "--version", "1", "--from", tmp_path / "bridge.jsonl").code == 2


def test_the_difference_from_the_version_before_is_told_in_signs(run: Run, bridge: str) -> None:
    ran = run("show", bridge[:6], "--diff")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "version 1 (2026-11-20 12:00) → version 2 (2026-11-20 12:00)",
        "",
        "  城南老桥恢复通行",
        "",
        "~ 加固用了[-三个月-]{+一百天+}。",
    ]


def test_any_version_is_compared_with_the_newest(run: Run, bridge: str, tmp_path: Path) -> None:
    (tmp_path / "bridge.jsonl").write_text(EARLIER.replace("三个月", "半年"), "utf-8")
    run("add", tmp_path / "bridge.jsonl")
    assert "用了[-三个月-]{+半年+}" in run("show", bridge, "--diff", "--version", "1").out
    assert "用了[-一百天-]{+半年+}" in run("show", bridge, "--diff").out
    assert run("show", bridge, "--diff", "--version", "3").out == run("show", bridge, "--diff").out
    assert run("show", bridge, "--diff", "--version", "4").err == f"zjreader: {bridge}: has 3 versions\n"


def test_colours_only_say_again_what_the_signs_say(run: Run, bridge: str) -> None:
    colored = run("show", bridge, "--diff", "--color", "always").out
    assert "\x1b[31m[-三个月-]\x1b[0m\x1b[32m{+一百天+}\x1b[0m" in colored
    assert re.sub("\x1b\\[[0-9]*m", "", colored) == run("show", bridge, "--diff").out


def test_an_article_of_one_version_has_no_difference_and_the_others_are_told(run: Run, bridge: str, page: Path) -> None:
    run("add", page)
    other = run("list", "修表铺", "-f", "ids").out.strip()
    ran = run("show", other, bridge, bridge, "--diff")
    assert (ran.code, ran.err) == (1, f"zjreader: {other}: has only one version\n")
    assert ran.out == "\n\n".join(2 * [run("show", bridge, "--diff").out])
    assert run("show", bridge, bridge, "--diff", "-0").out == 2 * f"{run('show', bridge, '--diff').out}\0"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--diff"], id="no article"),
        pytest.param(["a123", "--diff", "--from", "page.txt"], id="a source that is only read"),
        pytest.param(["a123", "--diff", "--files-from", "list.txt"], id="sources that are only read"),
        pytest.param(["a123", "--diff", "--jsonl"], id="a format for programs"),
        pytest.param(["a123", "--diff", "--template", "{id}"], id="a template"),
    ],
)
def test_a_difference_is_of_the_library_and_for_people(run: Run, bridge: str, words: list[str]) -> None:
    assert run("show", *words).code == 2


def test_another_headline_under_the_same_link_is_a_change(run: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    for title in ("台风今夜登陆，三条地铁线提前收班", "地铁恢复运营"):
        feed.write_text(f'{{"title": "{title}", "url": "https://news.example/metro.html"}}', "utf-8")
        run("add", feed)
    [changed] = run("list", "is:changed", "-f", "ids").out.split()
    assert run("show", changed, "--diff").out.splitlines()[2:] == [
        "- 台风今夜登陆，三条地铁线提前收班",
        "+ 地铁恢复运营",
        "",
    ]


def test_a_changed_headline_is_found(run: Run, bridge: str, tmp_path: Path) -> None:
    assert run("list", "is:changed", "-f", "ids").out.strip() == bridge
    run("add", tmp_path / "bridge.jsonl", "--name", "桥")
    headline = EARLIER.replace("恢复通行", "提前通车").replace("三个月", "一百天")
    (tmp_path / "bridge.jsonl").write_text(headline, "utf-8")
    run("update")
    assert run("count", "是:改稿", "title:提前通车").out == "1\n"
    assert "~ 城南老桥[-恢复通行-]{+提前通车+}" in run("show", bridge, "--diff").out
