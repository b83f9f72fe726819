"""The library as those see it who read it: changes, versions, sources, and who may write."""

from pathlib import Path
from typing import Any

import pytest

from tests.documents import FULL, LINKLESS, NOW, TEASER, link_id, ours, table
from zjreader.adding import add
from zjreader.article import Record
from zjreader.errors import LockedError, MissingError, UnsavedError
from zjreader.library.library import Library
from zjreader.library.marks import Marks
from zjreader.library.packing import ENOUGH
from zjreader.library.paths import Paths, under
from zjreader.library.source_rows import Counted, Ending, KeptSource
from zjreader.text.clean import Clean

ONE, OTHER = Clean("一.jsonl"), Clean("二.jsonl")
NEWS: dict[str, Any] = {"title": "又一条消息", "content": "内容。", "url": "https://www.example.com/7"}


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return under(tmp_path)


def source(address: Clean, settings: str = "{}", device: str = "a1") -> KeptSource:
    return KeptSource(address, Clean(settings), Clean(device), Clean(NOW.isoformat()))


def take(library: Library, address: Clean, *rows: dict[str, Any], stamp: str | None = None) -> list[Record]:
    library.put_sources([source(address)])
    file = table(address, *rows)._replace(stamp=stamp)
    return [record for kept in add([file], library.shelf(NOW), NOW, Marks()) for record in kept.records]


def standing(library: Library, change: int = 0) -> dict[int, str | None]:
    return {each.position: each.record.article.title if each.record else None for each in library.since(change)}


def test_a_change_is_what_came_or_became_another_since(home: Paths) -> None:
    with Library.writing(home) as library:
        assert (library.last_change(), list(library.since(0))) == (0, [])
        take(library, ONE, FULL, NEWS)
        first = library.last_change()
        take(library, ONE, {**NEWS, "title": "又一条消息（更正）"}, {**LINKLESS, "title": "新来的"})
        assert standing(library, first) == {1: "又一条消息（更正）", 2: "新来的"}
        assert list(standing(library)) == [0, 1, 2]
        assert not standing(library, library.last_change())


def test_what_changes_nothing_is_no_change(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, FULL)
        before = library.last_change()
        take(library, ONE, FULL)
        list(add([], library.shelf(NOW), NOW, Marks()))
        assert library.last_change() == before


def test_what_is_joined_into_another_leaves_a_gap(home: Paths) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    with Library.writing(home) as library:
        take(library, ONE, TEASER, again)
        before = library.last_change()
        take(library, OTHER, FULL)
        assert standing(library, before) == {0: FULL["title"], 1: None, 2: None}


def test_who_has_no_such_article_is_told(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, FULL)
        (record,) = take(library, ONE, NEWS)
        assert [version.record for version in library.versions_of(record.ids[0])] == [record]
        with pytest.raises(MissingError):
            library.versions_of(Clean("a" * 16))


def test_an_id_that_only_the_link_would_give_is_nobodys(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, ours("自带编号的一条", url=FULL["url"], id="b0123456789abcde"))
        with pytest.raises(MissingError):
            library.versions_of(link_id(FULL["url"]))
        assert len(library.versions_of(Clean("b0123456789abcde"))) == 1


def test_more_can_be_met_again_in_one_add_than_is_held_in_memory(home: Paths) -> None:
    rows = [{"title": f"第{at}条消息"} for at in range(1_500)]
    with Library.writing(home) as library:
        take(library, ONE, *rows)
        before = library.last_change()
        assert take(library, ONE, *rows) == []
        assert library.last_change() == before


def test_sources_are_listed_with_what_each_brought(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, FULL, {**TEASER, "title": "别的导语", "url": None}, NEWS)
        take(library, OTHER, NEWS)
        library.put_sources([source(Clean("三"), device="b2")])
        read = Clean("2026-04-13T00:00:00+00:00")
        library.tell_sources([Ending(OTHER, read, Clean("读不出来"))])
        assert library.sources == (
            Counted(source(ONE), 3, 2),
            Counted(source(OTHER)._replace(read_at=read, problem=Clean("读不出来")), 1, 1),
            Counted(source(Clean("三"), device="b2"), 0, 0),
        )


def test_an_article_that_two_files_brought_counts_for_both_after_they_were_joined(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, TEASER)
        take(library, OTHER, {**TEASER, "url": "https://www.example.com/front/bridge.html"})
        take(library, Clean("三.jsonl"), FULL)
        assert [(each.articles, each.full) for each in library.sources] == [(1, 1)] * 3


def test_a_source_that_is_removed_keeps_its_articles_and_can_come_back(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, NEWS, stamp="1")
        library.remove_source(ONE)
        assert list(library.sources) == []
        assert list(standing(library).values()) == [NEWS["title"]]
        with pytest.raises(MissingError):
            library.remove_source(ONE)
        assert take(library, ONE, NEWS, stamp="1") == []
        assert [each.articles for each in library.sources] == [1]


def test_purging_spares_what_is_wanted_and_what_another_source_brought(home: Paths) -> None:
    rows = [{**LINKLESS, "title": f"第{at}条消息"} for at in range(3)]
    with Library.writing(home) as library:
        came = take(library, ONE, *rows, NEWS, {**FULL, "id": "1"}, {**FULL, "id": "1", "title": "换了题目，是另一条"})
        take(library, OTHER, NEWS)
        before = library.last_change()
        library.remove_source(ONE)
        assert library.purge_source(ONE, {came[1].ids[0]}) == 3
        kept = {"第1条消息", NEWS["title"]}
        assert set(standing(library).values()) == kept | {None}
        assert set(standing(library, before).values()) == {None}
        with pytest.raises(MissingError):
            library.versions_of(came[0].ids[0])


def test_what_was_purged_comes_in_as_new(home: Paths) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    with Library.writing(home) as library:
        take(library, ONE, TEASER, again)
        take(library, ONE, FULL, stamp="1")
        assert library.purge_source(ONE, frozenset()) == 1
        (record,) = take(library, ONE, FULL, stamp="1")
        assert record.ids == (link_id(FULL["url"]),)
        assert [title for title in standing(library).values() if title] == [FULL["title"]]


def test_a_source_purged_while_another_that_is_no_longer_read_had_it_too_loses_it(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, NEWS)
        take(library, OTHER, NEWS)
        library.remove_source(OTHER)
        library.remove_source(ONE)
        assert library.purge_source(ONE, frozenset()) == 1


def test_a_large_library_learns_what_its_texts_have_in_common(home: Paths) -> None:
    rows = [
        {
            "title": f"第{at}号桥梁加固完工",
            "content": f"第{at}号桥今起恢复通行，绕行的{at * 7919 % 10_007}条公交改回原线。",
        }
        for at in range(ENOUGH + 10)
    ]
    with Library.writing(home) as library:
        first = take(library, ONE, *rows[: ENOUGH // 2])
        then = take(library, OTHER, *rows[ENOUGH // 2 :])
        last = take(library, OTHER, NEWS)
        assert [each.record for each in library.since(0)] == [*first, *then, *last]
    with Library.reading(home) as library:
        assert [each.record for each in library.since(0)] == [*first, *then, *last]


def test_few_articles_after_many_that_were_purged_teach_nothing(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, *({"title": f"第{at}条消息"} for at in range(ENOUGH - 1)))
        library.purge_source(ONE, frozenset())
        came = take(library, ONE, NEWS)
        assert [each.record for each in library.since(0) if each.record] == came


def test_one_writes_at_a_time(home: Paths) -> None:
    with Library.writing(home), pytest.raises(LockedError), Library.writing(home, lock_wait=0):
        pass


def test_what_fails_while_it_is_open_is_no_failure_of_the_library(home: Paths) -> None:
    with pytest.raises(BrokenPipeError), Library.writing(home):
        raise BrokenPipeError


def test_who_reads_needs_no_lock(home: Paths) -> None:
    with Library.writing(home) as library:
        take(library, ONE, NEWS)
        with Library.reading(home) as other:
            assert len(list(other.since(0))) == 1


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnsavedError), Library.writing(under(tmp_path / "file")):
        pass
