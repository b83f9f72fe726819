"""The desktop's clipboard programs, each played by a script that writes what it is given."""

from pathlib import Path

import pytest

from zjreader.clipboard import clipboard_program, copy_by_program
from zjreader.text.clean import Clean

SCREEN = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def install(folder: Path, name: str, script: str = 'cat > "$COPIED"; printf "%s\\n" "$@" > "$COPIED.words"') -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", "utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("installed", "environ", "chosen"),
    [
        pytest.param(["wl-copy", "xclip"], {**WAYLAND, **SCREEN}, "wl-copy", id="Wayland before X"),
        pytest.param(["wl-copy", "xclip"], SCREEN, "xclip", id="no Wayland"),
        pytest.param(["wl-copy", "xclip"], {}, None, id="no desktop"),
        pytest.param(["pbcopy"], {}, "pbcopy", id="macOS"),
        pytest.param([], {**WAYLAND, **SCREEN}, None, id="nothing installed"),
    ],
)
def test_the_program_that_fits_is_chosen(
    tmp_path: Path, installed: list[str], environ: dict[str, str], chosen: str | None
) -> None:
    for name in installed:
        install(tmp_path, name)
    command = clipboard_program({**environ, "PATH": str(tmp_path)})
    assert (command and Path(command[0]).name) == chosen


def test_the_program_gets_the_text_and_is_named(tmp_path: Path) -> None:
    install(tmp_path, "xclip")
    copied = tmp_path / "copied"
    environ = {**SCREEN, "PATH": str(tmp_path), "COPIED": str(copied)}
    assert copy_by_program(Clean("江城 $(reboot) `x`\n第二行"), environ) == "xclip"
    assert copied.read_text("utf-8") == "江城 $(reboot) `x`\n第二行"
    assert copied.with_suffix(".words").read_text("utf-8").split() == ["-selection", "clipboard"]


def test_a_program_that_fails_has_copied_nothing(tmp_path: Path) -> None:
    install(tmp_path, "xclip", "exit 1")
    assert copy_by_program(Clean("文"), {**SCREEN, "PATH": str(tmp_path)}) is None


def test_without_a_program_nothing_is_copied(tmp_path: Path) -> None:
    assert copy_by_program(Clean("文"), {"PATH": str(tmp_path)}) is None
