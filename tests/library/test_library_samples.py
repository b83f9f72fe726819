"""Libraries of every version that was ever released are opened for ever, and written on."""

import shutil
from pathlib import Path

import pytest

from tests.documents import FULL, LINK, NOW, OTHER_LINK, link_id, table
from tests.library.make_library_sample import LIVE, REACH, TITLE
from zjreader.adding import add
from zjreader.library.library import Library
from zjreader.library.marks import Marks
from zjreader.library.paths import Paths, under
from zjreader.library.reach_rows import KeptReach
from zjreader.text.clean import Clean

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(params=["library-v1.db", "library-v2.db", "library-v3.db"])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Paths:
    paths = under(tmp_path)
    paths.data.mkdir()
    shutil.copy(SAMPLES / str(request.param), paths.library)
    return paths


def test_all_that_it_held_is_read(home: Paths) -> None:
    with Library.reading(home) as library:
        titles = [change.record.article.title for change in library.since(0) if change.record]
        versions = library.versions_of(link_id(LINK))
        sources = [(str(each.source.address), each.articles, each.full) for each in library.sources]
        joins = library.unwritten_joins()
    assert titles == ["城南老桥今晨恢复通行", "另一条消息", "只有月日", "早间", "晚间"]
    assert [version.record.article.title for version in versions] == [FULL["title"], "城南老桥今晨恢复通行"]
    assert versions[-1].record.ids[:2] == (link_id(OTHER_LINK), link_id(LINK))
    assert sources == [("全文.jsonl", 3, 2), ("直播.jsonl", 3, 3)]
    assert joins[link_id(LINK)] == link_id(OTHER_LINK)


def test_it_is_written_on(home: Paths) -> None:
    live = table("直播.jsonl", {"title": "夜间", "content": "夜", "url": "https://www.example.com/live"})
    with Library.writing(home) as library:
        shelf = library.shelf(NOW)
        assert shelf.has_taken(live._replace(stamp="12:34"))
        (kept,) = add([live], shelf, NOW, Marks())
        assert [record.article.title for record in kept.records] == ["夜间"]
        assert len([change for change in library.since(0) if change.record]) == 6
        assert library.versions_of(Clean(kept.records[0].ids[0]))


KNOWN = {
    "library-v1.db": {},
    "library-v2.db": {LIVE: KeptReach(REACH, Clean(NOW.isoformat()))},
    "library-v3.db": {LIVE: KeptReach(REACH, Clean(NOW.isoformat()), TITLE)},
}


@pytest.mark.parametrize("name", KNOWN)
def test_each_version_knows_more_of_how_its_sources_answered(tmp_path: Path, name: str) -> None:
    paths = under(tmp_path)
    paths.data.mkdir()
    shutil.copy(SAMPLES / name, paths.library)
    with Library.reading(paths) as library:
        assert library.reaches == KNOWN[name]


def test_texts_are_waited_for_from_version_3_on(home: Paths, request: pytest.FixtureRequest) -> None:
    with Library.writing(home) as library:
        waited_for = library.awaited.due([LIVE], NOW)
    assert waited_for == ([link_id(LINK)] if "v3" in request.node.name else [])
