"""`show --version`: a text as it was before, of what the library holds."""

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
