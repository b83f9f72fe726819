"""`config`: what is set is there in the next run, what is wrong is told while the run goes on."""

import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "config" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_all_settings_are_shown_as_toml(run: Run) -> None:
    ran = run("config")
    assert (ran.code, ran.err) == (0, "")
    assert tomllib.loads(ran.out)["reading"]["measure"] == 40


def test_what_was_set_is_there_in_the_next_run(run: Run) -> None:
    assert run("config", "set", "reading.measure", "30") == (0, "", "")
    assert run("config", "get", "reading.measure") == (0, "30\n", "")
    assert tomllib.loads(run("config").out)["reading"]["measure"] == 30


def test_a_setting_without_a_value_ends_like_grep(run: Run) -> None:
    assert run("config", "get", "timezone") == (1, "", "")


def test_the_file_is_told(run: Run, path: Path) -> None:
    assert run("config", "path") == (0, f"{path}\n", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["got", "x"], "got: is none of get set edit path; did you mean get?", id="an unknown act"),
        pytest.param(["get"], "config get: usage: get KEY", id="nothing to get"),
        pytest.param(["set", "reading.measure"], "config set: usage: set KEY VALUE", id="no value"),
        pytest.param(["path", "x"], "config path: usage: path", id="a word too many"),
        pytest.param(["get", "mesure"], "mesure: no such setting; did you mean reading.measure?", id="a slip"),
        pytest.param(
            ["set", "reading.measure", "99"],
            "reading.measure: is not a whole number from 20 to 40",
            id="out of bounds",
        ),
    ],
)
def test_wrong_usage_is_told(run: Run, words: list[str], told: str) -> None:
    assert run("config", *words) == (2, "", f"zjreader: {told}\n")


def test_a_mistake_in_the_file_is_told_with_its_line_and_the_command_goes_on(run: Run, path: Path, page: Path) -> None:
    path.write_text("[reading]\nmeasure = 99\ndwell = 3\n")
    ran = run("list", "--from", page, "-f", "ids")
    assert (ran.code, ran.out.count("\n")) == (0, 2)
    assert ran.err == f"zjreader: {path}:2: reading.measure: is not a whole number from 20 to 40\n"
    assert run("config", "get", "reading.dwell").out == "3.0\n"


def test_settings_that_cannot_be_saved_end_with_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    assert run("config", "set", "reading.measure", "30").code == 4
    assert run("config", "edit").code == 4


def editor(code: str) -> dict[str, str]:
    return {"EDITOR": f'{sys.executable} -c "import sys, pathlib; path = pathlib.Path(sys.argv[1]); {code}"'}


def test_an_editor_opens_a_file_that_explains_itself(run: Run, path: Path) -> None:
    path.parent.rmdir()
    ran = run("config", "edit", environ=editor("path.write_text(path.read_text() + '# mine')"))
    assert ran == (0, "", "")
    assert "# Hanzi on a line, 20 to 40\n# measure = 40\n" in path.read_text()
    assert path.read_text().endswith("# mine")


def test_a_file_that_is_there_is_opened_as_it_is(run: Run, path: Path) -> None:
    path.write_text("# mine\n")
    assert run("config", "edit", environ=editor("")) == (0, "", "")
    assert path.read_text() == "# mine\n"


def test_mistakes_made_in_the_editor_are_told(run: Run, path: Path) -> None:
    ran = run("config", "edit", environ=editor("path.write_text('x = 1')"))
    assert ran == (2, "", f"zjreader: {path}:1: x: no such setting\n")


def test_an_editor_that_failed_is_told(run: Run, path: Path) -> None:
    ran = run("config", "edit", environ=editor("sys.exit(7)"))
    assert ran == (2, "", f"zjreader: {path}: the editor ended with code 7\n")


def test_marks_are_kept_where_the_settings_say(run: Run, path: Path, page: Path, tmp_path: Path) -> None:
    path.write_text("state_dir = '~/synced'\n")
    environ = {"HOME": str(tmp_path / "me")}
    assert run("mark", "star", "缓缴", "--from", page, environ=environ).code == 0
    assert [each.suffix for each in (tmp_path / "me/synced").rglob("*") if each.is_file()]
    assert not (tmp_path / "home/state").exists()


@pytest.mark.parametrize(
    ("environ", "offset"),
    [pytest.param({}, "+09:00", id="the setting"), pytest.param({"TZ": "Asia/Tokyo"}, "+08:00", id="TZ wins")],
)
def test_times_are_told_in_the_zone_that_was_chosen(
    run: Run, path: Path, page: Path, environ: dict[str, str], offset: str
) -> None:
    path.write_text("timezone = 'Asia/Tokyo'\n")
    ran = run("list", "--from", page, "--jsonl", "--fields", "added", environ=environ)
    assert ran.out.count(offset) == 2
