"""`add` and `update`: what was added is there in the next run, once, and is searched by every command."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zjreader.cli.screen import look_through
from zjreader.library.paths import under

WELLS = "".join(
    json.dumps({"id": n, "标题二": f"第{n}号井今日出水", "content": f"{n}：水从井里打上来。"}, ensure_ascii=False)
    + "\n"
    for n in range(3)
)


@pytest.fixture
def wells(tmp_path: Path) -> Path:
    """A table whose titles stand in a column of no usual name."""
    path = tmp_path / "wells.jsonl"
    path.write_text(WELLS, "utf-8")
    return path


def titles(run: Run, *words: str) -> list[str]:
    return [json.loads(line)["title"] for line in run("list", "--jsonl", *words).out.splitlines()]


def test_what_was_added_is_there_in_the_next_run(run: Run, page: Path) -> None:
    ran = run("add", page)
    assert (ran.code, ran.out, ran.err) == (0, "", "zjreader: 2 articles added\n")
    assert titles(run, "缓缴") == ["三项新政同日落地 小微企业最多可缓缴半年社保"]
    assert run("count").out == "2\n"


def test_nothing_is_added_twice(run: Run, page: Path) -> None:
    run("add", page)
    assert run("add", page).err == "zjreader: 0 articles added, 1 file unchanged\n"
    page.touch()
    assert run("add", page).err == "zjreader: 0 articles added, 2 known\n"
    assert run("count").out == "2\n"


def test_a_mark_on_the_library_stays(run: Run, page: Path) -> None:
    run("add", page)
    run("mark", "star", "缓缴")
    assert titles(run, "is:starred") == ["三项新政同日落地 小微企业最多可缓缴半年社保"]


def test_an_article_is_shown_by_its_id(run: Run, page: Path) -> None:
    run("add", page)
    identity = run("list", "缓缴", "-f", "ids").out.strip()
    assert run("show", identity, "-f", "jsonl").out.count(identity) == 1
    assert "三项扶持小微企业的新政" in run("show", identity).out


def test_without_a_source_it_is_wrong_usage(run: Run) -> None:
    assert run("add").code == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(run: Run, page: Path, tmp_path: Path) -> None:
    ran = run("add", tmp_path / "gone.txt", page)
    assert (ran.code, "no such file" in ran.err) == (2, True)
    assert run("count").out == "2\n"


def test_standard_input_is_a_source_named_by_its_time(run: Run) -> None:
    run("add", "-", "--map", "title=标题二", stdin=WELLS.encode())
    assert run("count").out == "3\n"
    assert run("update").err == "zjreader: 0 articles added\n"


def test_what_is_said_of_a_source_holds_when_it_is_read_again(run: Run, wells: Path) -> None:
    run("add", wells, "--map", "title=标题二", "--section", "水务", "--label", "待核", "--archive")
    assert titles(run) == [f"第{n}号井今日出水" for n in range(3)]
    assert run("count", "--by", "section,label,state").out == "水务\t待核\tread\t3\n"
    wells.write_text(WELLS.replace("第0号", "第九号"), "utf-8")
    assert run("update").err == "zjreader: 0 articles added, 3 known, 1 changed\n"
    assert titles(run)[0] == "第九号井今日出水"


def test_a_setting_that_is_none_is_refused_before_anything_is_read(run: Run, page: Path) -> None:
    ran = run("add", page, "--date", "昨天吧")
    assert (ran.code, run("count").code) == (2, 1)


def test_a_dry_run_shows_what_it_would_make_and_keeps_nothing(run: Run, page: Path, tmp_path: Path) -> None:
    ran = run("add", page, tmp_path / "gone.txt", "--dry-run")
    assert (ran.code, len(ran.out.splitlines()), "no such file" in ran.err) == (2, 2, True)
    assert run("count").code == 1


def test_the_load_report_names_what_was_not_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(WELLS.replace('{"id": 1', '{"id', 1), "utf-8")
    report = tmp_path / "report.jsonl"
    run("add", tmp_path / "news.jsonl", "--map", "title=标题二", "--report", report)
    rows = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [(row["path"], row["line"], row["skipped"]) for row in rows] == [(str(tmp_path / "news.jsonl"), 2, 1)]


def test_a_report_that_cannot_be_written_is_told(run: Run, page: Path, tmp_path: Path) -> None:
    assert run("add", page, "--report", tmp_path / "no" / "report").code == 4


def test_update_reads_again_only_what_it_is_asked_for(run: Run, page: Path, wells: Path) -> None:
    run("add", page)
    run("add", wells, "--map", "title=标题二")
    wells.write_text(WELLS + WELLS.splitlines()[0].replace("第0号", "第九号").replace('"id": 0', '"id": 9'), "utf-8")
    assert run("update", page).err == "zjreader: 0 articles added, 1 file unchanged\n"
    assert run("update", wells).err == "zjreader: 1 article added, 3 known\n"
    assert run("update", page.parent).code == 1


def test_update_without_a_library_says_that_there_is_none(run: Run) -> None:
    assert run("update").code == 1


def test_sources_are_read_from_a_file(run: Run, page: Path, wells: Path, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text(f"{page}\n{wells}\n")
    run("add", "--files-from", tmp_path / "sources", "--map", "title=标题二")
    assert run("count").out == "5\n"


def test_a_damaged_index_is_made_anew_while_the_reader_reads(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    paths = under(tmp_path / "home")
    assert look_through(paths) is None
    (paths.image / "whole").unlink()
    shard = next(paths.image.glob("shard-*"))
    shard.write_bytes(shard.read_bytes()[:-1] + b"\x07")
    made_anew = look_through(paths)
    assert made_anew is not None
    assert len(made_anew) == 2


def test_where_it_cannot_be_made_anew_the_next_start_looks_again(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    paths = under(tmp_path / "home")
    (paths.image / "manifest").write_bytes(b"?")
    paths.library.unlink()
    assert look_through(paths) is None
