"""Where things are kept, by what the environment says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.library.paths import Paths, find

XDG = {f"XDG_{kind}_HOME": f"/xdg/{kind.lower()}" for kind in ("CONFIG", "STATE", "DATA", "CACHE")}


def test_a_home_holds_everything() -> None:
    assert find({"ZJREADER_HOME": "/h", **XDG}) == Paths(*(Path("/h") / name for name in Paths._fields))


def test_the_library_lies_among_the_data_and_what_it_is_searched_by_in_the_cache() -> None:
    paths = find({"ZJREADER_HOME": "/h"})
    assert (paths.library, paths.image) == (Path("/h/data/library.db"), Path("/h/cache/image"))


def test_the_state_folder_can_be_moved_alone() -> None:
    paths = find({"ZJREADER_HOME": "/h", "ZJREADER_STATE": "/sync/news"})
    assert paths.state == Path("/sync/news")
    assert paths.local == Path("/h/local")


def test_a_relative_home_is_the_same_from_wherever_it_is_used_later() -> None:
    assert find({"ZJREADER_HOME": "../h"}).state == Path.cwd().parent / "h" / "state"


def test_xdg_folders_are_honoured() -> None:
    assert find(XDG) == Paths(
        Path("/xdg/config/zjreader"),
        Path("/xdg/state/zjreader"),
        Path("/xdg/data/zjreader/local"),
        Path("/xdg/data/zjreader"),
        Path("/xdg/cache/zjreader"),
    )


@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_a_relative_xdg_folder_is_ignored(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in XDG:
        monkeypatch.setenv(name, value)
    paths = find(os.environ)
    assert all(path.is_absolute() for path in paths)
    assert not any("relative" in path.parts for path in paths)


def test_one_folder_for_data_and_state_still_keeps_them_apart() -> None:
    paths = find({**XDG, "XDG_STATE_HOME": "/xdg/data"})
    assert paths.state == Path("/xdg/data/zjreader/state")


def test_nothing_is_imported_for_it_where_the_environment_names_the_folders() -> None:
    code = (
        "import sys; from zjreader.library.paths import find; "
        f"find({{'ZJREADER_HOME': '/h'}}); find({XDG!r}); assert 'platformdirs' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


FOLDERS = st.sampled_from(["", "/a", "/b/c", "d"])


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(["ZJREADER_HOME", *XDG], FOLDERS)))
def test_what_is_bound_to_the_device_never_lies_in_the_state_folder(environ: dict[str, str]) -> None:
    paths = find(environ)
    assert not paths.local.is_relative_to(paths.state)
    assert all(path.is_absolute() for path in paths)


@pytest.mark.parametrize(
    ("environ", "state"),
    [
        pytest.param({}, "/me/sync", id="the setting"),
        pytest.param({"ZJREADER_STATE": "/elsewhere"}, "/elsewhere", id="the environment wins"),
    ],
)
def test_the_state_folder_can_be_moved_by_a_setting(environ: dict[str, str], state: str) -> None:
    assert find({"ZJREADER_HOME": "/h", "HOME": "/me", **environ}, "~/sync").state == Path(state)
    assert find({"ZJREADER_HOME": "/h", "HOME": "/me"}, "/x/~").state == Path("/x/~")
