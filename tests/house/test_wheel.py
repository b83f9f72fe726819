"""The wheel, built from an exported tree without git, holds everything that a run needs."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from zjreader import __version__

ROOT = Path(__file__).resolve().parents[2]
TREE = ("src", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    tree, built = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("built")
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
        else:
            shutil.copy(ROOT / name, tree / name)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    return zipfile.ZipFile(next(built.glob("*.whl")))


def test_the_wheel_bears_the_version_that_the_program_tells(wheel: zipfile.ZipFile) -> None:
    assert Path(str(wheel.filename)).name.startswith(f"zjreader-{__version__}-")


@pytest.mark.parametrize(
    "name",
    [
        "zjreader/py.typed",
        "zjreader/locale/zh_CN/LC_MESSAGES/zjreader.mo",
        "zjreader/locale/zh_TW/LC_MESSAGES/zjreader.mo",
        "zjreader/guide/reading.txt",
        "zjreader/tui/zjreader.tcss",
    ],
)
def test_the_wheel_holds_what_is_no_code(wheel: zipfile.ZipFile, name: str) -> None:
    assert name in wheel.namelist()
