"""zjreader as a process: pipes that close, disks that are full, locales that cannot say Chinese, bugs."""

import json
import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.cli.conftest import NOON, Run
from zjreader import __version__
from zjreader.cli import main as command_line
from zjreader.cli.main import main
from zjreader.cli.process import Process
from zjreader.commands import Command

ZJREADER = [sys.executable, "-m", "zjreader"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "ZJREADER_HOME": str(tmp_path / "home"), "ZJREADER_LANG": "en"}


def test_the_version_is_name_and_number(environ: dict[str, str]) -> None:
    ran = subprocess.run([*ZJREADER, "--version"], capture_output=True, env=environ, check=True)
    assert ran.stdout.decode() == f"zjreader {__version__}\n"


def test_a_closed_pipe_is_left_without_a_word(environ: dict[str, str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(
        "一篇很长的文章\n\n" + "".join(f"第{i}段说了第{i}件事情，说完管道早已关上。\n\n" for i in range(20000)), "utf-8"
    )
    words = [*ZJREADER, "list", "--from", str(long), "-f", "text"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_full_disk_is_one_line_and_code_4(environ: dict[str, str], page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*ZJREADER, "list", "--from", page], stdout=full, stderr=subprocess.PIPE, env=environ, check=False
        )
    assert (ran.returncode, ran.stderr.count(b"\n")) == (4, 1)


@pytest.mark.parametrize(
    "locale",
    [
        pytest.param({"LC_ALL": "C"}, id="C"),
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="C, and nothing coerced"),
        pytest.param({"PYTHONIOENCODING": "gbk"}, id="GBK"),
    ],
)
def test_output_is_utf8_and_words_are_understood_in_any_locale(
    environ: dict[str, str], page: Path, locale: dict[str, str]
) -> None:
    words = [*ZJREADER, "list", "--from", str(page), "缓缴", "--jsonl"]
    ran = subprocess.run(words, capture_output=True, env={**environ, **locale}, check=True)
    assert json.loads(ran.stdout)["section"] == "财经"


def test_streams_that_were_closed_before_the_start(environ: dict[str, str], page: Path) -> None:
    script = f"exec {' '.join(ZJREADER)} list --from {page} <&- >&- 2>&-"
    assert subprocess.run(["sh", "-c", script], env=environ, check=False).returncode == 0


def test_a_closed_stderr_stops_nothing(environ: dict[str, str], page: Path) -> None:
    script = f"exec {' '.join(ZJREADER)} list --from {page} --from /nonexistent/x -f ids 2>/dev/full"
    ran = subprocess.run(["sh", "-c", script], stdout=subprocess.PIPE, env=environ, check=False)
    assert (ran.returncode, ran.stdout.count(b"\n")) == (2, 2)


def failing(error: BaseException) -> dict[str, object]:
    def fails(command: Command, process: Process) -> int:
        raise error

    return {"list": fails}


def process_in(home: Path, err: BinaryIO) -> Process:
    return Process(BytesIO(), BytesIO(), err, {"ZJREADER_HOME": str(home)}, lambda: NOON)


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.mark.usefixtures("english")
def test_a_bug_is_one_line_and_a_report_without_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command_line.RUN, "list", failing(ValueError("一段秘密"))["list"])
    err = BytesIO()
    assert main(["list"], process_in(tmp_path, err)) == 70
    [report] = (tmp_path / "local").glob("bug-*.txt")
    assert err.getvalue().decode().startswith("zjreader: a bug in zjreader: ValueError (test_process.py:")
    assert report.read_text("utf-8").startswith(f"zjreader {__version__}\nValueError\n")
    assert "秘密" not in report.read_text("utf-8") + err.getvalue().decode()
    assert report.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("english")
def test_a_bug_where_no_report_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command_line.RUN, "list", failing(ValueError())["list"])
    (tmp_path / "file").touch()
    err = BytesIO()
    assert main(["list"], process_in(tmp_path / "file", err)) == 70
    assert b"no report could be written" in err.getvalue()


def test_an_interrupt_ends_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command_line.RUN, "list", failing(KeyboardInterrupt())["list"])
    assert main(["list"], process_in(tmp_path, BytesIO())) == 130


def test_marks_that_cannot_be_saved_end_with_4(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    ran = run("mark", "read", "--all", "--from", page)
    assert (ran.code, ran.out) == (4, "")
    assert ": not saved: " in ran.err.splitlines()[-1]


def test_marks_that_cannot_be_read_do_not_fail_a_list(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/state").write_text("not a folder")
    assert run("list", "--from", page, "-Q").code == 0


def test_the_clock_of_the_process_is_aware() -> None:
    from zjreader.cli.process import this_process

    assert isinstance(this_process().now(), datetime)
    assert this_process().now().tzinfo is not None
