"""The device's name: kept where it was made, and never taken from a copy."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from zjreader.library.device import claim, host, known
from zjreader.text.clean import Clean

HERE, ELSEWHERE = Clean("1" * 16), Clean("2" * 16)


def test_a_name_is_made_once_and_kept(tmp_path: Path) -> None:
    assert known(tmp_path / "local", HERE) is None
    assert not (tmp_path / "local").exists()
    name = claim(tmp_path / "local", HERE)
    assert re.fullmatch("[0-9a-f]{12}", name)
    assert known(tmp_path / "local", HERE) == claim(tmp_path / "local", HERE) == name


def test_machines_that_share_a_home_keep_a_name_each(tmp_path: Path) -> None:
    here, elsewhere = claim(tmp_path, HERE), claim(tmp_path, ELSEWHERE)
    assert here != elsewhere
    assert (known(tmp_path, HERE), known(tmp_path, ELSEWHERE)) == (here, elsewhere)


def test_a_moved_a_copied_and_a_restored_folder_get_a_new_name(tmp_path: Path) -> None:
    local = tmp_path / "local"
    name = claim(local, HERE)
    shutil.copytree(local, tmp_path / "copy")
    assert claim(tmp_path / "copy", HERE) != name
    shutil.copytree(local, tmp_path / "backup")
    (file,) = local.iterdir()
    kept = file.rename(tmp_path / "kept so that its inode is not given away again")
    shutil.copy(tmp_path / "backup" / file.name, file)
    assert kept.read_bytes() == file.read_bytes()
    assert claim(local, HERE) != name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="nothing in it"),
        pytest.param("\x00\xff", id="zeros"),
        pytest.param('{"device":"../../etc","path":PATH,"inode":INODE}', id="a name that is a path"),
    ],
)
def test_a_file_that_is_none_of_ours_is_not_taken(tmp_path: Path, text: str) -> None:
    claim(tmp_path, HERE)
    (file,) = tmp_path.iterdir()
    text = text.replace("PATH", json.dumps(str(file))).replace("INODE", str(file.stat().st_ino))
    file.write_text(text, encoding="utf-8")
    assert known(tmp_path, HERE) is None
    assert re.fullmatch("[0-9a-f]{12}", claim(tmp_path, HERE))


def test_the_host_is_known_by_its_machine_id_else_by_its_name_and_never_shown(tmp_path: Path) -> None:
    (tmp_path / "machine-id").write_text("0123456789abcdef0123456789abcdef\n")
    by_id, by_name = host(tmp_path / "machine-id"), host(tmp_path / "none")
    assert by_id == host(tmp_path / "machine-id") != by_name
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in (by_id, by_name))
    assert os.uname().nodename not in by_name
