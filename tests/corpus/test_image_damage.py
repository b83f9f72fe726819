"""Writing an image may fail anywhere and its files may rot anywhere: the old generation stays, and nothing crashes."""

import errno
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.corpus.newsroom import record, records
from zjreader.corpus.building import build
from zjreader.corpus.building.build import append, rebuild, rewrite
from zjreader.corpus.collection import bearing
from zjreader.corpus.columns import Field, Order
from zjreader.corpus.image import Image
from zjreader.corpus.manifest import NAME, read, written
from zjreader.corpus.positions import NONE
from zjreader.corpus.sections import Sections, file_of
from zjreader.corpus.shelf import SYSTEM, Shelf, SystemShelf
from zjreader.errors import ImageError
from zjreader.text.clean import Clean

WRITES: dict[str, Callable[[Path, Shelf], None]] = {
    "append": lambda folder, shelf: append(folder, records(5, 20), 2, shelf=shelf),
    "append and merge": lambda folder, shelf: append(folder, records(1, 20), 2, shelf=shelf),
    "rewrite": lambda folder, shelf: rewrite(folder, {3: record(3, version=2)}, [4], 2, shelf=shelf),
    "rewrite much": lambda folder, shelf: rewrite(
        folder, {at: record(at, version=2) for at in range(1, 9)}, [4], 2, shelf=shelf
    ),
    "rebuild": lambda folder, shelf: rebuild(folder, records(7), 2, shelf=shelf),
}
LEAST_STEPS = 6


def begun(folder: Path) -> Path:
    """An image of several shards, of which the next article makes one."""
    rebuild(folder, records(13), 1)
    for at in range(13, 19):
        append(folder, records(1, at), 1)
    return folder


class Killed(BaseException):
    """The process is gone: nobody catches this."""


class FailingShelf(SystemShelf):
    """Fails at one operation, having written half of a file it was to make."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.left = at
        self.error = error

    def _step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise self.error

    def names(self, folder: Path) -> list[str]:
        self._step()
        return super().names(folder)

    def make(self, path: Path, pieces: Iterable[bytes | memoryview]) -> None:
        whole = b"".join(pieces)
        try:
            self._step()
        except BaseException:
            path.write_bytes(whole[: len(whole) // 2])
            raise
        super().make(path, [whole])

    def rename(self, old: Path, new: Path) -> None:
        self._step()
        super().rename(old, new)

    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)


def asked(image: Image) -> list[object]:
    """A little of everything that an image tells."""
    return [
        [image[at] for at in image.everything],
        [image.headline(at) for at in image.everything],
        [image.ids(at) for at in image.everything],
        image.holding("中", image.everything),
        image.holding("经济发展", image.everything),
        bearing(image, (Clean(f"{kind}{at:015x}") for at in (1, 2) for kind in "ab")),
        [image.column(field).values for field in get_args(Field)],
        [image.window(image.everything, order, 0, 9) for order in get_args(Order)],
    ]


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("error", [Killed(), OSError(errno.ENOSPC, "full")], ids=["killed", "full"])
def test_the_old_generation_or_the_new_one_stands_wherever_writing_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, Shelf], None], error: BaseException
) -> None:
    monkeypatch.setattr(build, "MOST_OVERLAID", 4)
    write(begun(tmp_path / "written"), SYSTEM)
    before, after = asked(Image.open(begun(tmp_path / "old"))), asked(Image.open(tmp_path / "written"))
    seen: list[bool] = []
    for step in range(100):
        folder = begun(tmp_path / f"{step}")
        try:
            write(folder, FailingShelf(step, error))
        except (Killed, OSError):
            image = Image.open(folder)
            assert image.verify() == ()
            seen.append(asked(image) == after)
            assert seen[-1] or asked(image) == before
        else:
            break
        if not seen[-1]:
            write(folder, SYSTEM)
            again = Image.open(folder)
            assert asked(again) == after
            assert {path.name for path in folder.iterdir()} == again.manifest.names
    assert len(seen) >= LEAST_STEPS
    assert seen == sorted(seen)


def test_any_damaged_byte_is_found_and_none_crashes(tmp_path: Path) -> None:
    rebuild(tmp_path, records(30), 1)
    append(tmp_path, records(6, 30), 2)
    rewrite(tmp_path, {at: record(at, version=2) for at in (7, 33)}, [9], 3)
    chance = Random(3)  # noqa: S311
    for path in sorted(tmp_path.iterdir()):
        whole = path.read_bytes()
        for at in chance.sample(range(len(whole)), min(len(whole), 150)):
            path.unlink()  # a file that is mapped keeps its bytes
            path.write_bytes(whole[:at] + bytes([whole[at] ^ chance.randint(1, 255)]) + whole[at + 1 :])
            try:
                image = Image.open(tmp_path)
            except ImageError:
                continue
            assert image.verify() == (path.name,) or path.name == NAME
            assert path.name != NAME
            with suppress(ImageError):
                asked(image)
        path.unlink()
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        pytest.param(WRITES["append and merge"], "shard", id="shards that become one"),
        pytest.param(WRITES["append and merge"], "orders", id="orders that are added to"),
        pytest.param(WRITES["rewrite"], "orders", id="orders that are changed"),
        pytest.param(WRITES["rewrite"], "overlay", id="an overlay that is written anew"),
        pytest.param(WRITES["rewrite much"], "shard", id="a shard that is written anew"),
    ],
)
def test_damage_is_not_carried_into_a_new_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, Shelf], None], kind: str
) -> None:
    begun(tmp_path)
    rewrite(tmp_path, {5: record(5, version=2)}, [], 1)
    monkeypatch.setattr(build, "MOST_OVERLAID", 4)
    for path in tmp_path.glob(f"{kind}-*"):
        whole = bytearray(path.read_bytes())
        whole[-9] ^= 1
        path.unlink()
        path.write_bytes(whole)
    with pytest.raises(ImageError):
        write(tmp_path, SYSTEM)


def test_damage_below_an_overlay_is_still_found(tmp_path: Path) -> None:
    begun(tmp_path)
    (damaged,) = tmp_path.glob("shard-*-0000d")
    whole = bytearray(damaged.read_bytes())
    whole[-9] ^= 1
    damaged.unlink()
    damaged.write_bytes(whole)
    with suppress(ImageError):
        WRITES["rewrite"](tmp_path, SYSTEM)
    assert Image.open(tmp_path).verify() == (damaged.name,)


@pytest.mark.parametrize("lows", [[5, 3], [3, 3], [3]], ids=["not ascending", "twice", "too few"])
def test_an_overlay_that_does_not_say_what_it_lies_over_is_damaged(tmp_path: Path, lows: list[int]) -> None:
    rebuild(tmp_path, records(13), 1)
    rewrite(tmp_path, {at: record(at, version=2) for at in (3, 5)}, [], 1)
    (overlay,) = tmp_path.glob("overlay-*")
    whole, wanted = overlay.read_bytes(), array("H", [3, 5]).tobytes()
    manifest = read(tmp_path)
    part = manifest.overlays[0]
    overlay.unlink()
    if len(lows) == len(part[:2]):
        overlay.write_bytes(whole.replace(wanted, array("H", lows).tobytes(), 1))
    else:
        overlay.write_bytes(whole)
        miscounted = manifest._replace(overlays=(part._replace(articles=len(lows)),))
        (tmp_path / NAME).write_bytes(written(miscounted))
    with pytest.raises(ImageError):
        Image.open(tmp_path)


@pytest.mark.parametrize("share", [0, 30, 60, 99])
def test_a_cut_file_is_no_image(tmp_path: Path, share: int) -> None:
    rebuild(tmp_path, records(5), 1)
    for path in sorted(tmp_path.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) * share // 100])
        with pytest.raises(ImageError):
            Image.open(tmp_path)
        path.write_bytes(whole)


def test_a_generation_that_goes_away_while_it_is_opened_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(tmp_path, records(5), 1)
    stale = read(tmp_path)
    rebuild(tmp_path, records(6), 2)
    answers = iter([stale, read(tmp_path)])
    monkeypatch.setattr("zjreader.corpus.image.read", lambda _folder: next(answers))
    assert len(Image.open(tmp_path)) == 6
    monkeypatch.setattr("zjreader.corpus.image.read", lambda _folder: stale)
    with pytest.raises(ImageError):
        Image.open(tmp_path)


def test_an_image_of_another_version_is_told_from_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(tmp_path, records(5), 1)
    monkeypatch.setattr("zjreader.corpus.manifest.FORM", "2 little")
    with pytest.raises(ImageError) as told:
        Image.open(tmp_path)
    assert told.value.about == str(tmp_path)


def test_where_there_is_no_image_this_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImageError):
        Image.open(tmp_path)


def test_a_manifest_that_counts_other_articles_than_the_files_is_damaged(tmp_path: Path) -> None:
    rebuild(tmp_path / "one", records(5), 1)
    rebuild(tmp_path / "other", records(6), 1)
    one, other = read(tmp_path / "one"), read(tmp_path / "other")
    miscounted = one._replace(shards=(one.shards[0]._replace(articles=4),))
    (tmp_path / "one" / NAME).write_bytes(written(miscounted))
    with pytest.raises(ImageError):
        Image.open(tmp_path / "one")
    (tmp_path / "other" / NAME).write_bytes(written(other._replace(orders=one.orders)))
    (tmp_path / "one" / one.orders.name).rename(tmp_path / "other" / one.orders.name)
    with pytest.raises(ImageError):
        Image.open(tmp_path / "other").window(NONE, "title", 0, 1)


@pytest.mark.parametrize("name", ["odd", "before", "past", "absent"])
def test_a_section_that_is_not_there_is_damage(tmp_path: Path, name: str) -> None:
    pieces = file_of({"odd": [b"123"]})
    told = b'{"odd":[0,3],"before":[-8,8],"past":[0,99]}'
    contents = [pieces[0][:8], len(told).to_bytes(8, "little"), told, *pieces[2:]]
    path = tmp_path / "file"
    path.write_bytes(b"".join(contents))
    sections = Sections(path, path.stat().st_size)
    assert sections.section("odd").tobytes() == b"123"
    with pytest.raises(ImageError):
        sections.section(name, "I")
