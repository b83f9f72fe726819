"""Sources into the library: the journal hears of what concerns it, once, and each step can be taken again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import FULL, NOW, TEASER, document, table
from zjreader.article import UNSAID, Document, SourceSettings
from zjreader.corpus.image import Image
from zjreader.errors import MissingError, UnsavedError, UsageError
from zjreader.health import of_image, of_image_once, of_library
from zjreader.keeping import Given, Keeper, read_back, written
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import MOST_IDS, Record
from zjreader.library.library import Library
from zjreader.library.marks import JOIN, LABEL, READ, SOURCE
from zjreader.library.paths import Paths, under
from zjreader.text.clean import Clean
from zjreader.upkeep import bring_up

CITY = Clean("/news/city.jsonl")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return under(tmp_path)


def keep(paths: Paths, *documents: Document, settings: SourceSettings = UNSAID) -> None:
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    for _kept in keeper.keep(Given(CITY, settings, documents)):
        pass


def noted(paths: Paths, field: Clean) -> list[Record]:
    return [record for record in Journal.open(paths, lambda: NOW).records if record.field == field]


def test_a_source_is_noted_once_and_again_when_something_else_is_said(paths: Paths) -> None:
    said = SourceSettings(section=Clean("城建"))
    for settings in (UNSAID, UNSAID, said):
        keep(paths, settings=settings)
    assert [(record.name, record.value) for record in noted(paths, SOURCE)] == [
        (CITY, written(UNSAID)),
        (CITY, written(said)),
    ]


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(lambda keeper: keeper.remove(CITY), id="given up"),
        pytest.param(lambda keeper: keeper.tell(CITY, ["section=城建"]), id="told something else"),
    ],
)
def test_a_round_takes_nothing_back_that_a_person_did_meanwhile(
    paths: Paths, meanwhile: Callable[[Keeper], None]
) -> None:
    keep(paths, table("teasers.jsonl", TEASER))
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    asked = Given(CITY, UNSAID, [table("full.jsonl", FULL)], stands=True)
    meanwhile(keeper)
    before = noted(paths, SOURCE)
    assert list(keeper.keep(asked)) == []
    assert noted(paths, SOURCE) == before
    assert list(Keeper(paths, Journal.open(paths, lambda: NOW)).keep(asked._replace(stands=False))) != []


def test_a_round_takes_in_what_stands_as_it_stood(paths: Paths) -> None:
    keep(paths, table("teasers.jsonl", TEASER))
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    assert list(keeper.keep(Given(CITY, UNSAID, [table("full.jsonl", FULL)], stands=True))) != []


def test_a_join_that_a_rule_made_goes_to_the_journal_and_waits_no_more(paths: Paths) -> None:
    keep(paths, table("teasers.jsonl", TEASER))
    keep(paths, table("full.jsonl", FULL))
    assert len(noted(paths, JOIN)) == 1
    with Library.reading(paths) as library:
        assert library.unwritten_joins() == {}


def test_a_round_of_sources_heeds_what_its_first_ones_joined(paths: Paths) -> None:
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    for name, row in (("teasers", TEASER), ("full", FULL), ("teasers again", TEASER), ("full again", FULL)):
        list(keeper.keep(Given(Clean(f"/news/{name}"), UNSAID, [table(f"{name}.jsonl", row)])))
    assert len(noted(paths, JOIN)) == 1
    with Library.reading(paths) as library:
        assert len([change for change in library.since(0) if change.record]) == 1


def test_new_articles_bear_the_labels_and_are_read_where_they_are_an_archive_s(paths: Paths) -> None:
    rows = [{"title": f"第{n}号井", "content": f"{n}：水从井里打上来。"} for n in range(MOST_IDS + 1)]
    said = SourceSettings(labels=(Clean("待核"), Clean("水务")), archive=True)
    for _again in range(2):
        keep(paths, table("wells.jsonl", *rows), settings=said)
    assert [len(record.ids) for record in noted(paths, LABEL)] == [MOST_IDS, MOST_IDS, 1, 1]
    assert sum(len(record.ids) for record in noted(paths, READ)) == MOST_IDS + 1


def test_what_is_said_comes_back_and_what_is_not_understood_is_refused() -> None:
    said = SourceSettings(name=Clean("晚报"), labels=(Clean("甲"), Clean("乙")), archive=True)
    assert read_back(written(said)) == said
    for kept in ("", "7", "[[]]", '["colour=blue"]'):
        with pytest.raises(UsageError):
            read_back(Clean(kept))


def test_what_is_no_source_is_neither_told_nor_removed(paths: Paths) -> None:
    keep(paths)
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    with pytest.raises(MissingError):
        keeper.tell(Clean("/gone"), ["name=x"])
    with pytest.raises(MissingError):
        keeper.remove(Clean("/gone"))


def test_as_many_are_purged_as_were_counted(paths: Paths) -> None:
    keep(paths, document("news.txt", "一条消息\n\n这里是它的正文，说了一件事。\n"))
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    assert (keeper.purgeable(CITY), keeper.purge(CITY), keeper.purgeable(CITY)) == (1, 1, 0)


def test_an_image_that_cannot_be_written_is_told(paths: Paths) -> None:
    keep(paths)
    paths.image.parent.mkdir()
    paths.image.write_bytes(b"in its place")
    with pytest.raises(UnsavedError):
        bring_up(paths)


def test_an_image_is_built_anew_though_it_seems_whole(paths: Paths) -> None:
    keep(paths, document("news.txt", "一条消息\n\n这里是它的正文，说了一件事。\n"))
    bring_up(paths)
    before = Image.open(paths.image)
    bring_up(paths, anew=True)
    after = Image.open(paths.image)
    assert (after.generation > before.generation, len(after)) == (True, 1)
    assert of_image(paths) == ()


def test_a_library_that_cannot_be_opened_is_damage(paths: Paths) -> None:
    keep(paths)
    paths.library.write_bytes(b"\xff" * 100_000)
    [damage] = of_library(paths)
    assert (damage.about, damage.mended) == (str(paths.library), False)


def test_a_generation_is_looked_through_once(paths: Paths) -> None:
    keep(paths, document("news.txt", "一条消息\n\n这里是它的正文，说了一件事。\n"))
    bring_up(paths)
    assert of_image_once(paths) == ()
    _damage(paths)
    assert of_image_once(paths) == ()
    keep(paths, document("more.txt", "又一条消息\n\n这里是它的正文，说了另一件事。\n"))
    bring_up(paths)
    [damage] = of_image_once(paths)
    assert (damage.mended, Image.open(paths.image).verify()) == (True, ())
    assert of_image_once(paths) == ()


def _damage(paths: Paths) -> None:
    shard = next(paths.image.glob("shard-*"))
    data = bytearray(shard.read_bytes())
    data[-1] ^= 1
    shard.write_bytes(data)
