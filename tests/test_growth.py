"""An image that grows while articles come is the one that would have been built afterwards."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import NOW, table
from zjreader import growth
from zjreader.article import SourceSettings
from zjreader.corpus.image import Image, usable
from zjreader.errors import LockedError
from zjreader.grower import Grower
from zjreader.growth import grow, main
from zjreader.keeping import Given, Keeper
from zjreader.library.change import counter
from zjreader.library.durable import lock
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.packing import ENOUGH
from zjreader.library.paths import Paths, under
from zjreader.text.clean import Clean
from zjreader.upkeep import bring_up

FEW = range(5)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return under(tmp_path)


def keeper_of(paths: Paths) -> Keeper:
    return Keeper(paths, Journal.open(paths, lambda: NOW))


def keep(paths: Paths, numbers: Iterable[int], body: str = "今天放水两个时辰。", name: str = "gates.jsonl") -> None:
    """What a source says of some sluice gates."""
    rows = [{"id": number, "title": f"第{number}号水闸开闸放水", "content": f"{number}：{body}"} for number in numbers]
    given = Given(Clean(f"/news/{name}"), SourceSettings(), [table(name, *rows)])
    for _kept in keeper_of(paths).keep(given):
        pass


def shown(paths: Paths) -> Sequence[str]:
    """Titles and texts as the image has them."""
    image = Image.open(paths.image)
    return [f"{image[p].article.title} {image[p].article.body}" for p in image.everything]


def kept(paths: Paths) -> Sequence[str]:
    """The same as the library has them."""
    with Library.reading(paths) as library:
        return [f"{r.article.title} {r.article.body}" for _position, r in library.since(0) if r]


def is_up_to_date(paths: Paths) -> bool:
    image = usable(paths.image)
    return image is not None and image.counter == counter(paths.library)


def test_an_image_grows_commit_by_commit(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        for tens in (10, 20, 30):
            keep(paths, range(tens, tens + 5))
            yield

    keep(paths, FEW)
    grow(paths, commits())
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)
    assert len(shown(paths)) == 20


def test_what_came_between_the_last_commit_told_and_the_end_is_taken(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        yield
        keep(paths, range(10, 15))

    keep(paths, FEW)
    grow(paths, commits())
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)


def test_until_it_has_grown_the_image_answers_as_it_was(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        keep(paths, range(10, 15))
        yield
        assert len(shown(paths)) == len(FEW)

    keep(paths, FEW)
    bring_up(paths)
    grow(paths, commits())
    assert shown(paths) == kept(paths)


def test_what_changed_or_went_after_it_was_read_is_not_shown_as_it_was(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        keep(paths, range(10, 15), name="other.jsonl")
        yield
        keep(paths, [2, 3], "水位过高，改为明天放水。")
        keeper_of(paths).purge(Clean("/news/other.jsonl"))
        yield

    keep(paths, FEW)
    grow(paths, commits())
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)
    assert sum("明天" in text for text in shown(paths)) == 2


def test_what_went_before_it_was_read_leaves_a_gap(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        keep(paths, range(10, 15), name="other.jsonl")
        keeper_of(paths).purge(Clean("/news/other.jsonl"))
        yield

    keep(paths, FEW)
    grow(paths, commits())
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)


def test_an_image_that_was_behind_before_is_brought_up_too(paths: Paths) -> None:
    keep(paths, FEW)
    bring_up(paths)
    keep(paths, [1, 7], "水位过高，改为明天放水。")
    grow(paths, ())
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)


steps = st.lists(
    st.tuples(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.sampled_from(["今天放水。", "明天放水。"])),
    max_size=4,
)


@settings(max_examples=30, deadline=None)
@given(steps, steps)
def test_an_image_grown_beside_the_library_equals_one_built_afterwards(
    before: list[tuple[list[int], str]], beside: list[tuple[list[int], str]]
) -> None:
    with TemporaryDirectory() as folder:
        paths = under(Path(folder))

        def commits() -> Iterator[None]:
            for numbers, body in beside:
                keep(paths, numbers, body)
                yield

        keep(paths, [100])
        bring_up(paths)
        for numbers, body in before:
            keep(paths, numbers, body)
        grow(paths, commits())
        assert is_up_to_date(paths)
        grown = shown(paths)
        bring_up(paths, anew=True)
        assert grown == shown(paths) == kept(paths)


def test_records_packed_by_a_dictionary_that_came_meanwhile_are_read(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        keep(paths, range(10, 10 + ENOUGH))
        yield

    keep(paths, FEW)
    grow(paths, commits())
    assert is_up_to_date(paths)
    assert len(Image.open(paths.image)) == len(FEW) + ENOUGH


def test_more_changes_than_are_worth_rewriting_are_left_to_a_rebuilding(paths: Paths) -> None:
    def commits() -> Iterator[None]:
        yield
        keep(paths, FEW, "水位过高，改为明天放水。")

    keep(paths, FEW)
    grow(paths, commits(), most_rewritten=2)
    assert not is_up_to_date(paths)
    bring_up(paths, most_rewritten=2)
    assert shown(paths) == kept(paths)


def test_what_another_adds_after_the_end_is_left_to_be_appended(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def counted_late(path: Path) -> int:
        keep(paths, range(10, 15))
        return counter(path)

    keep(paths, FEW)
    with monkeypatch.context() as patched:
        patched.setattr(growth, "counter", counted_late)
        grow(paths, ())
    assert not is_up_to_date(paths)
    bring_up(paths)
    assert shown(paths) == kept(paths)


def test_one_process_at_a_time_writes_the_image(paths: Paths) -> None:
    keep(paths, FEW)
    with lock(paths.library.with_name("image.lock"), 0):
        with pytest.raises(LockedError):
            grow(paths, ())
        with pytest.raises(LockedError):
            bring_up(paths, lock_wait=0)
        main([*map(str, paths)], ())
    assert usable(paths.image) is None


def test_a_process_of_its_own_grows_the_image(paths: Paths) -> None:
    with Grower(paths, worth=8) as grower:
        keep(paths, FEW)
        grower.committed(len(FEW))
        keep(paths, range(10, 15))
        grower.committed(5)
        keep(paths, range(20, 25))
        grower.committed(5)
    assert is_up_to_date(paths)
    assert shown(paths) == kept(paths)


def test_for_a_few_articles_no_process_is_started(paths: Paths) -> None:
    with Grower(paths, worth=8) as grower:
        keep(paths, FEW)
        grower.committed(len(FEW))
    assert usable(paths.image) is None


def test_a_process_that_cannot_do_its_work_is_not_missed(paths: Paths) -> None:
    keep(paths, FEW)
    with lock(paths.library.with_name("image.lock"), 0), Grower(paths, worth=1) as grower:
        for _commit in range(100):
            grower.committed(1)
    bring_up(paths)
    assert shown(paths) == kept(paths)


def test_a_process_that_cannot_be_started_is_not_missed(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(paths.cache / "no python"))
    with Grower(paths, worth=1) as grower:
        grower.committed(1)
    assert usable(paths.image) is None


def test_stopped_it_leaves_an_image_that_can_be_brought_up(paths: Paths) -> None:
    keep(paths, FEW)
    with suppress(KeyboardInterrupt), Grower(paths, worth=1) as grower:
        grower.committed(len(FEW))
        raise KeyboardInterrupt
    bring_up(paths)
    assert shown(paths) == kept(paths)
