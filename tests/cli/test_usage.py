"""Help fits 80 cells and names every option of every command, in each language."""

import pytest

from tests.cli.conftest import Run
from zjreader.options import GRAMMARS, SCREEN
from zjreader.text.width import cells


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("command", list(GRAMMARS))
def test_help_fits_a_terminal_and_names_every_option(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, language: str
) -> None:
    monkeypatch.setenv("ZJREADER_LANG", language)
    ran = run(*([] if command == SCREEN else [command]), "--help")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if cells(line) > 80] == []
    assert all(f"--{option.name}" in ran.out for option in GRAMMARS[command].options)


def test_the_general_help_names_every_command(run: Run) -> None:
    ran = run("-h")
    assert all(f"zjreader {command}" in ran.out for command in GRAMMARS if command != SCREEN)
