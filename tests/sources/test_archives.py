"""What lies in archives is read where it lies; what is hostile, hidden or broken hides nothing else."""

import bz2
import gzip
import lzma
import os
import tarfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Document, Problem
from zjreader.parse.worker import name_of
from zjreader.sources.files import Surroundings, documents
from zjreader.sources.inflated import FREE
from zjreader.sources.spool import MOST_HELD

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)
WRITTEN = datetime(2026, 4, 10, 9, 30, tzinfo=UTC)
TEXT = "城南老桥今起恢复通行\n".encode()
FILES = {"体育/1.txt": b"one", "体育/2.txt": b"two", "3.txt": TEXT}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def zipped(files: Mapping[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, (2026, 4, 10, 9, 30, 0)), content, ZIP_DEFLATED)
    return data.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    data = BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(content), int(WRITTEN.timestamp())
            archive.addfile(info, BytesIO(content))
    return data.getvalue()


def came(data: bytes, name: str = "-") -> list[Document | Problem]:
    return list(documents(name, Surroundings(BytesIO(data), lambda: NOW, UTC)))


def contents(found: list[Document | Problem]) -> dict[str, bytes]:
    read = {}
    for each in found:
        if isinstance(each, Document):
            with each.open() as stream:
                read[each.address] = stream.read()
            with each.open() as again:
                assert read[each.address] == again.read()
    return {str(address): content for address, content in read.items()}


def told(found: list[Document | Problem]) -> list[tuple[str, str]]:
    return [(each.about, each.what) for each in found if isinstance(each, Problem)]


ARCHIVES = [
    pytest.param(zipped, id="zip"),
    pytest.param(tarred, id="tar"),
    pytest.param(lambda files: gzip.compress(tarred(files)), id="tar.gz"),
    pytest.param(lambda files: bz2.compress(tarred(files)), id="tar.bz2"),
    pytest.param(lambda files: lzma.compress(tarred(files)), id="tar.xz"),
]
Maker = Callable[[Mapping[str, bytes]], bytes]


@pytest.mark.parametrize("make", ARCHIVES)
def test_members_are_documents_with_their_paths_times_and_folders(make: Maker) -> None:
    found = came(make(FILES))
    assert contents(found) == FILES
    assert [each.section for each in found if isinstance(each, Document)] == ["体育", "体育", None]
    assert {each.base for each in found if isinstance(each, Document)} == {WRITTEN}
    assert [name_of(each) for each in found if isinstance(each, Document)] == [f"-/{name}" for name in FILES]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_what_it_holds(compress: Callable[[bytes], bytes]) -> None:
    assert contents(came(compress(TEXT))) == {"-": TEXT}
    for make in (zipped, tarred):
        assert contents(came(make({"a.txt.gz": compress(TEXT)}))) == {"a.txt.gz": TEXT}


def test_an_archive_in_a_folder_has_its_own_path_before_its_members(tmp_path: Path) -> None:
    (tmp_path / "旧闻").mkdir()
    (tmp_path / "旧闻/a.zip").write_bytes(zipped({"1.txt": TEXT, "../体育/2.txt": TEXT}))
    found = came(b"", str(tmp_path))
    assert list(contents(found)) == ["旧闻/a.zip/1.txt", "旧闻/a.zip/../体育/2.txt"]
    assert [each.section for each in found if isinstance(each, Document)] == ["旧闻", "体育"]
    assert {each.path for each in found if isinstance(each, Document)} == {str(tmp_path / "旧闻/a.zip")}


def test_an_archive_named_itself_gives_the_paths_inside(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(FILES))
    assert list(contents(came(b"", str(tmp_path / "a.zip")))) == list(FILES)


@pytest.mark.parametrize("make", ARCHIVES)
def test_an_archive_in_an_archive_stays_closed(make: Maker) -> None:
    inner = zipped({"a.txt": TEXT})
    assert contents(came(make({"b.zip": inner}))) == {"b.zip": inner}


def test_a_name_in_gbk_is_read_in_either_form() -> None:
    data = zipped({"AAAA/BB.txt": TEXT}).replace(b"AAAA/BB", "体育".encode("gbk") + b"/" + "桥".encode("gbk"))
    assert list(contents(came(data))) == ["体育/桥.txt"]
    unsaid = zipped({"AAAAAA/BBB.txt": TEXT}).replace(b"AAAAAA/BBB", "体育/桥".encode())
    assert list(contents(came(unsaid))) == ["体育/桥.txt"]
    data = tarred({"\udccc\udce5\udcd3\udcfd/1.txt": TEXT})
    assert list(contents(came(data))) == ["体育/1.txt"]


def test_hidden_members_and_folders_are_passed_over_without_a_word() -> None:
    hidden = {".git/config": b"x", "__MACOSX/a.txt": b"x", "a/.DS_Store": b"x", "./a.txt": TEXT}
    for make in (zipped, tarred):
        assert contents(came(make(hidden))) == {"a.txt": TEXT}
        assert told(came(make(hidden))) == []
    with ZipFile(folder := BytesIO(), "w") as archive:
        archive.mkdir("体育")
    assert came(folder.getvalue()) == []


def test_links_and_holes_in_a_tar_are_passed_over() -> None:
    data = BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        folder = tarfile.TarInfo("体育")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    assert told(came(data.getvalue())) == [("-/passwd", "not a regular file, passed over")]


def test_an_encrypted_member_is_said_and_hides_no_other() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    found = came(bytes(data))
    assert told(found) == [("-/a.txt", "encrypted, passed over")]
    assert contents(found) == {"b.txt": TEXT}


def test_a_member_without_time_has_that_of_its_archive() -> None:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(ZipInfo("a.txt"), TEXT)
    (document,) = came(data.getvalue())
    assert isinstance(document, Document)
    assert document.base == NOW
    broken = data.getvalue().replace(b"\x21\x00", b"\xff\xff")
    (document,) = came(broken)
    assert isinstance(document, Document)
    assert document.base == NOW


def test_a_member_of_no_time_on_earth_has_that_of_its_archive() -> None:
    with tarfile.open(fileobj=(data := BytesIO()), mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.mtime = 1 << 60
        archive.addfile(info)
    (document,) = came(data.getvalue())
    assert isinstance(document, Document)
    assert document.base == NOW


def test_a_large_member_can_be_read_again() -> None:
    large = os.urandom(2 * MOST_HELD)
    assert contents(came(tarred({"a.txt": large, "b.txt": TEXT}))) == {"a.txt": large, "b.txt": TEXT}


SWELLS = "swells to more than 200 times its size, stopped"
DAMAGED = "damaged here, not read further"


def failure(document: Document | Problem) -> tuple[int, str]:
    """How many bytes a document gives before it fails, and how it says so."""
    assert isinstance(document, Document)
    count = 0
    try:
        with document.open() as stream:
            while piece := stream.read(1 << 12):
                count += len(piece)
    except OSError as error:
        return count, str(error)
    return count, ""


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_read_until_it_swells(compress: Callable[[bytes], bytes]) -> None:
    (document,) = came(compress(bytes(100 * FREE)))
    count, what = failure(document)
    assert what == SWELLS
    assert FREE <= count < 50 * FREE


def test_a_bomb_in_an_archive_is_passed_over_and_what_was_before_it_stays() -> None:
    bomb = bytes(4 * FREE)
    found = came(zipped({"a.txt": TEXT, "b.txt": bomb}))
    assert contents(found) == {"a.txt": TEXT}
    assert told(found) == [("-/b.txt", SWELLS)]
    found = came(gzip.compress(tarred({"a.txt": TEXT, "b.txt": bomb * 8})))
    assert contents(found) == {"a.txt": TEXT}
    assert told(found) == [("-", SWELLS)]


def test_members_that_swell_together_are_stopped() -> None:
    data = bytes(FREE)
    found = came(zipped({f"{number}.txt": data for number in range(400)}))
    assert 0 < len(contents(found)) < 400
    assert told(found)[-1] == ("-", SWELLS)


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        pytest.param(zipped(FILES)[:-30], [], id="a zip without its end"),
        pytest.param(tarred({"a.txt": TEXT, "b.txt": bytes(4096)})[:2000], ["a.txt"], id="a torn tar"),
        pytest.param(
            gzip.compress(tarred({"a.txt": TEXT, "b.txt": os.urandom(1 << 18)}))[:-2000], ["a.txt"], id="a torn tar.gz"
        ),
    ],
)
def test_a_damaged_archive_keeps_what_stands_before_the_damage(data: bytes, kept: list[str]) -> None:
    found = came(data)
    assert list(contents(found)) == kept
    assert told(found) == [("-", DAMAGED)]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_damaged_file_is_read_up_to_the_damage(compress: Callable[[bytes], bytes]) -> None:
    packed = bytearray(compress(os.urandom(1 << 18)))
    for at in range(200_000, 200_100):
        packed[at] ^= 0xFF
    (document,) = came(bytes(packed[:210_000]))
    assert failure(document)[1]


def test_a_damaged_member_fails_where_it_is_read() -> None:
    data = bytearray(zipped({"a.txt": os.urandom(1000), "b.txt": TEXT}))
    data[200:400] = bytes(200)
    first, second = came(bytes(data))
    assert failure(first)[1] == DAMAGED
    assert contents([second]) == {"b.txt": TEXT}


def test_a_member_by_a_method_that_nobody_knows_fails_where_it_is_read() -> None:
    data = zipped({"a.txt": TEXT}).replace(b"\x08\x00", b"\x63\x00")
    (document,) = came(data)
    assert failure(document) == (0, DAMAGED)


@given(st.integers(0, 600), st.binary(max_size=40), st.sampled_from([zipped(FILES), gzip.compress(tarred(FILES))]))
def test_no_damage_raises(at: int, damage: bytes, data: bytes) -> None:
    for each in came(data[:at] + damage + data[at + len(damage) :]):
        if isinstance(each, Document):
            failure(each)
