"""What the library keeps of what was added, told as its owner would; and what is left after a kill."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import (
    BODY,
    FULL,
    LINK,
    LINKLESS,
    NOW,
    OPENING,
    OTHER_LINK,
    TEASER,
    TITLE,
    document,
    link_id,
    ours,
    table,
)
from tests.processes import unmeasured
from zjreader.adding import MOST, Kept, add
from zjreader.article import Document, Problem, Record
from zjreader.errors import UnsavedError
from zjreader.intake import gather
from zjreader.library.database import Database
from zjreader.library.journal_lines import Record as Line
from zjreader.library.library import Library
from zjreader.library.marks import JOIN, PART, Marks
from zjreader.library.paths import under
from zjreader.library.source_rows import KeptSource
from zjreader.text.clean import Clean

LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
KILLS = 300 if LONG else 15
LATER = NOW + timedelta(days=3)


def source(address: str, settings: str = "{}") -> KeptSource:
    return KeptSource(Clean(address), Clean(settings), Clean("a1"), Clean(NOW.isoformat()))


def hurried() -> Callable[[], int]:
    """A clock that runs ever faster: by it a commit is due at each look, however long the last one took."""
    looks = count()
    return lambda: 20 ** next(looks)


def keep(
    home: Path, *documents: Document | Problem, marks: Marks | None = None, at: int = 0, every_time: bool = False
) -> list[Kept]:
    """One `add` of these documents, `at` days after the first; committing at every chance, or once."""
    added = NOW + timedelta(days=at)
    with Library.writing(under(home)) as library:
        for each in documents:
            if isinstance(each, Document):
                library.put_sources([source(each.source)])
        return list(
            add(documents, library.shelf(added), added, marks or Marks(), hurried() if every_time else lambda: 0)
        )


def records(home: Path) -> list[Record]:
    with Library.reading(under(home)) as library:
        return [change.record for change in library.since(0) if change.record]


def titles(home: Path) -> list[str]:
    return [record.article.title for record in records(home)]


def versions(home: Path, identity: Clean) -> list[tuple[str, str | None]]:
    with Library.reading(under(home)) as library:
        return [(version.record.article.title, version.until) for version in library.versions_of(identity)]


def told(*lines: tuple[Clean, str | bool, str]) -> Marks:
    name = Clean("a1")
    return Marks().plus(
        Line(
            ms, 0, name, Clean(f"b{ms}"), 1, 1, name, field, value if isinstance(value, bool) else Clean(value), (id_,)
        )
        for ms, (field, value, each) in enumerate(lines)
        for id_ in [Clean(each)]
    )


def stamped(file: Document, stamp: str = "1") -> Document:
    return file._replace(stamp=stamp)


@pytest.mark.parametrize("order", [(TEASER, FULL), (FULL, TEASER)], ids=["teaser first", "full text first"])
def test_a_teaser_and_its_full_text_meet_across_two_adds(order: tuple[dict[str, str], ...], tmp_path: Path) -> None:
    for at, row in enumerate(order):
        keep(tmp_path, table(f"{at}.jsonl", row), at=at)
    (record,) = records(tmp_path)
    assert record.article.body == BODY
    assert record.ids == (link_id(OTHER_LINK), link_id(LINK))
    assert record.versions == 1
    assert versions(tmp_path, link_id(LINK)) == versions(tmp_path, link_id(OTHER_LINK)) == [(TITLE, None)]


def test_several_teasers_already_kept_are_all_taken_into_their_full_text(tmp_path: Path) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    keep(tmp_path, table("1.jsonl", TEASER), table("2.jsonl", again))
    assert len(records(tmp_path)) == 2
    keep(tmp_path, table("3.jsonl", FULL), at=1)
    (record,) = records(tmp_path)
    assert set(record.ids) == {link_id(OTHER_LINK), link_id(LINK), link_id(again["url"])}
    assert versions(tmp_path, link_id(again["url"])) == [(TITLE, None)]
    keep(tmp_path, table("4.jsonl", {**again, "title": "城南老桥通了车"}), at=2)
    assert titles(tmp_path) == ["城南老桥通了车"]


def test_a_teaser_that_was_taken_in_is_found_at_its_full_text_in_the_same_add(tmp_path: Path) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    changed = {**again, "title": "城南老桥通了车"}
    rows = (TEASER, again, FULL, changed)
    keep(tmp_path, *(table(f"{at}.jsonl", row) for at, row in enumerate(rows)))
    assert titles(tmp_path) == ["城南老桥通了车"]


def test_the_join_that_a_rule_made_waits_for_the_journal(tmp_path: Path) -> None:
    keep(tmp_path, table("1.jsonl", TEASER), table("2.jsonl", FULL))
    with Library.writing(under(tmp_path)) as library:
        assert library.unwritten_joins() == {link_id(LINK): link_id(OTHER_LINK)}
        library.forget_joins({link_id(LINK)})
        assert library.unwritten_joins() == {}


def test_a_join_that_the_journal_told_is_not_told_again(tmp_path: Path) -> None:
    rows = [{"title": title, "content": title, "url": url} for title, url in (("停水通知", LINK), ("后续", OTHER_LINK))]
    marks = told((JOIN, link_id(LINK), link_id(OTHER_LINK)))
    keep(tmp_path, table("1.jsonl", *rows), marks=marks)
    (record,) = records(tmp_path)
    assert record.ids == (link_id(LINK), link_id(OTHER_LINK))
    with Library.reading(under(tmp_path)) as library:
        assert library.unwritten_joins() == {}


@pytest.mark.parametrize("turned", [False, True], ids=["points back", "points forward"])
def test_a_join_that_comes_from_another_machine_is_followed_by_what_is_there(turned: bool, tmp_path: Path) -> None:
    rows = [{"title": title, "content": title, "url": url} for title, url in (("停水通知", LINK), ("后续", OTHER_LINK))]
    keep(tmp_path, table("1.jsonl", *rows))
    kept, pointing = (link_id(OTHER_LINK), link_id(LINK)) if turned else (link_id(LINK), link_id(OTHER_LINK))
    absent = (JOIN, "e" * 16, "d" * 16)
    marks = told((JOIN, kept, pointing), absent)
    for _twice in range(2):
        keep(tmp_path, marks=marks)
        (record,) = records(tmp_path)
        assert record.ids == (kept, pointing)


def test_a_pair_that_was_parted_stays_parted(tmp_path: Path) -> None:
    marks = told((PART, True, link_id(LINK)))
    keep(tmp_path, table("1.jsonl", TEASER), marks=marks)
    keep(tmp_path, table("2.jsonl", FULL), marks=marks)
    assert len(records(tmp_path)) == 2


@pytest.mark.parametrize("order", [(TEASER, FULL), (FULL, TEASER)], ids=["teaser first", "full text first"])
def test_what_a_rule_joined_a_person_can_part_for_good(order: tuple[dict[str, str], ...], tmp_path: Path) -> None:
    documents = [table(f"{at}.jsonl", row) for at, row in enumerate(order)]
    keep(tmp_path, documents[0])
    keep(tmp_path, documents[1])
    marks = told(*((PART, True, link_id(link)) for link in (LINK, OTHER_LINK)))
    for _twice in range(2):
        keep(tmp_path, *documents, marks=marks)
        assert {(record.ids, record.article.kind) for record in records(tmp_path)} == {
            ((link_id(LINK),), "teaser"),
            ((link_id(OTHER_LINK),), "full"),
        }
    assert len(versions(tmp_path, link_id(LINK))) == len(versions(tmp_path, link_id(OTHER_LINK))) == 1


def test_several_teasers_are_parted_from_their_full_text_and_from_each_other(tmp_path: Path) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    rows = (TEASER, again, FULL, {**TEASER, "url": "https://www.example.com/third.html"})
    documents = [table(f"{at}.jsonl", row) for at, row in enumerate(rows)]
    for document_ in documents:
        keep(tmp_path, document_)
    (record,) = records(tmp_path)
    assert len(record.ids) == 4
    keep(tmp_path, *documents, marks=told(*((PART, True, each) for each in record.ids)))
    assert {record.ids for record in records(tmp_path)} == {(link_id(row["url"]),) for row in rows}


def test_a_teaser_that_is_parted_alone_leaves_the_others(tmp_path: Path) -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    documents = [table(f"{at}.jsonl", row) for at, row in enumerate((TEASER, again, FULL))]
    for document_ in documents:
        keep(tmp_path, document_)
    keep(tmp_path, marks=told((PART, True, link_id(again["url"]))))
    assert {record.ids for record in records(tmp_path)} == {
        (link_id(OTHER_LINK), link_id(LINK)),
        (link_id(again["url"]),),
    }


def test_an_article_is_one_again_once_it_is_no_longer_parted(tmp_path: Path) -> None:
    documents = table("1.jsonl", TEASER), table("2.jsonl", FULL)
    keep(tmp_path, *documents)
    part = (PART, True, link_id(LINK))
    join = (JOIN, link_id(OTHER_LINK), link_id(LINK))
    keep(tmp_path, marks=told(join, part))
    assert len(records(tmp_path)) == 2
    keep(tmp_path, *documents, marks=told(join, part, (PART, False, link_id(LINK))))
    (record,) = records(tmp_path)
    assert record.ids == (link_id(OTHER_LINK), link_id(LINK))


def test_an_article_that_is_no_longer_in_its_source_is_kept(tmp_path: Path) -> None:
    keep(tmp_path, table("1.jsonl", TEASER, {**LINKLESS, "title": "另一条消息"}))
    keep(tmp_path, table("1.jsonl", TEASER), at=1)
    assert titles(tmp_path) == [TITLE, "另一条消息"]


def test_earlier_versions_can_be_read_by_any_id(tmp_path: Path) -> None:
    for at, title in enumerate(("甲地四月雨水统计", "甲地四月雨水统计更新", "甲地四月雨水统计再更新")):
        keep(tmp_path, table("a.jsonl", {"id": "7", "title": title, "content": "雨"}), at=at)
    (record,) = records(tmp_path)
    assert (record.versions, len(record.ids)) == (3, 3)
    said = [
        ("甲地四月雨水统计", "2026-04-13T08:00:00+00:00"),
        ("甲地四月雨水统计更新", "2026-04-14T08:00:00+00:00"),
        ("甲地四月雨水统计再更新", None),
    ]
    assert all(versions(tmp_path, identity) == said for identity in record.ids)


def test_two_versions_in_one_add_are_both_kept(tmp_path: Path) -> None:
    keep(tmp_path, table("1.jsonl", FULL), table("2.jsonl", {**FULL, "title": "城南老桥今晨恢复通行"}))
    assert [title for title, _until in versions(tmp_path, link_id(OTHER_LINK))] == [TITLE, "城南老桥今晨恢复通行"]


@pytest.mark.parametrize(
    ("title", "unread_again"),
    [
        pytest.param(TITLE, False, id="the text alone changed"),
        pytest.param(TITLE + "（图）", False, id="most of the title is as it was"),
        pytest.param("老桥下发现古碑", True, id="another title"),
    ],
)
def test_a_version_under_another_title_is_unread_again(title: str, unread_again: bool, tmp_path: Path) -> None:
    keep(tmp_path, table("1.jsonl", FULL))
    keep(tmp_path, table("1.jsonl", {**FULL, "title": title, "content": BODY + "更正。"}), at=3)
    (record,) = records(tmp_path)
    assert record.versions == 2
    assert record.changed_at == (LATER.timestamp() * 1000 if unread_again else 0)


def test_a_teaser_is_compared_with_the_last_teaser_across_adds(tmp_path: Path) -> None:
    full = {**FULL, "title": "全文自己的题目", "url": LINK}
    keep(tmp_path, table("1.jsonl", TEASER))
    keep(tmp_path, table("2.jsonl", full))
    keep(tmp_path, table("1.jsonl", TEASER))
    assert titles(tmp_path) == ["全文自己的题目"]
    keep(tmp_path, table("1.jsonl", {**TEASER, "title": "列表换了题目"}))
    (record,) = records(tmp_path)
    assert (record.article.title, record.article.body, record.versions) == ("列表换了题目", BODY, 2)


def test_a_teaser_that_becomes_a_full_text_in_its_place_is_no_version(tmp_path: Path) -> None:
    keep(tmp_path, table("1.jsonl", TEASER))
    keep(tmp_path, table("1.jsonl", {**FULL, "url": LINK}), at=1)
    assert versions(tmp_path, link_id(LINK)) == [(TITLE, None)]


def test_an_inferred_date_keeps_the_year_it_was_first_given(tmp_path: Path) -> None:
    row = {"title": "只有月日", "date": "4月10日", "content": BODY, "url": LINK}
    keep(tmp_path, table("1.jsonl", row, base=NOW))
    keep(tmp_path, table("1.jsonl", row, base=NOW + timedelta(days=700)), at=700)
    (record,) = records(tmp_path)
    assert record.article.published is not None
    assert record.article.published.text == "2026-04-10"


def test_a_link_once_found_shared_never_identifies_in_that_source_again(tmp_path: Path) -> None:
    first, second, third = ({"title": title, "content": title * 9, "url": LINK} for title in ("早间", "晚间", "夜间"))
    keep(tmp_path, table("1.jsonl", first))
    keep(tmp_path, table("1.jsonl", first, second), at=1)
    early, late = records(tmp_path)
    assert early.ids[0] == link_id(LINK)
    assert len(early.ids) == 2
    assert link_id(LINK) not in late.ids
    keep(tmp_path, table("1.jsonl", third), at=2)
    assert titles(tmp_path) == ["早间", "晚间", "夜间"]
    keep(tmp_path, table("2.jsonl", {**first, "title": "早间播报", "content": "别处"}), at=3)
    assert titles(tmp_path) == ["早间播报", "晚间", "夜间"]


def test_equal_texts_in_two_class_folders_are_one_article_with_both_sections(tmp_path: Path) -> None:
    text = f"{TITLE}\n\n{BODY}\n"
    for at, section in enumerate(("城建", "交通", "城建")):
        keep(tmp_path, document(f"{section}/{at}.txt", text, NOW, section), at=at)
    (record,) = records(tmp_path)
    assert (record.article.section, record.versions) == ("城建;交通", 1)


def test_the_same_title_on_another_day_is_another_article(tmp_path: Path) -> None:
    for day in (10, 11):
        row = {"title": "国内联播快讯", "content": f"四月{day}日的事。", "date": f"2026-04-{day}"}
        keep(tmp_path, table("1.jsonl", {**row, "id": "1"}), table(f"{day}.jsonl", row))
    assert titles(tmp_path) == ["国内联播快讯"] * 2


def test_a_file_of_one_article_is_its_place_while_the_text_is_alike(tmp_path: Path) -> None:
    keep(tmp_path, document("today.txt", f"{TITLE}\n\n{BODY}\n"))
    keep(tmp_path, document("today.txt", f"{TITLE}（更新）\n\n{BODY}又添一句。\n"), at=1)
    assert [record.versions for record in records(tmp_path)] == [2]
    keep(tmp_path, document("today.txt", "明天有雨\n\n气象台说，明天有雨。\n"), at=2)
    assert titles(tmp_path) == [f"{TITLE}（更新）", "明天有雨"]
    keep(tmp_path, document("today.txt", "明天有雨夹雪\n\n气象台说，明天有雨。\n"), at=3)
    assert titles(tmp_path) == [f"{TITLE}（更新）", "明天有雨夹雪"]


def test_two_files_of_other_texts_with_equal_keys_are_all_there_also_after_a_row_came_in_at_the_top(
    tmp_path: Path,
) -> None:
    files = {
        name: [{"title": f"{topic}第{at}回通报{at * 37}", "content": topic * at} for at in range(1, 101)]
        for name, topic in (("a.jsonl", "雨水"), ("b.jsonl", "球赛"))
    }

    def numbered(name: str) -> Document:
        return table(name, *({"id": at, **row} for at, row in enumerate(files[name], 1)))

    keep(tmp_path, *map(numbered, files))
    assert len(records(tmp_path)) == 200
    for rows in files.values():
        rows.insert(0, {"title": f"刚到{rows[0]['content']}", "content": "新的"})
    keep(tmp_path, *map(numbered, files), at=1)
    found = records(tmp_path)
    assert (len(found), {record.versions for record in found}) == (202, {1})


def test_what_is_new_is_said_once_after_it_is_on_disk(tmp_path: Path) -> None:
    file = table("1.jsonl", FULL, {**LINKLESS, "title": "另一条消息"})
    with Library.writing(under(tmp_path)) as library:
        library.put_sources([source(file.source)])
        for kept in add([file], library.shelf(NOW), NOW, Marks(), hurried()):
            with Library.reading(under(tmp_path)) as other:
                there = [change.record for change in other.since(0)]
            assert all(record in there for record in kept.records)
    again = keep(tmp_path, file, Problem(Clean("无此文件"), Clean("no such file")))
    assert [(kept.records, kept.seen_again, kept.changed, len(kept.problems)) for kept in again] == [((), 2, 0, 1)]


def test_what_was_read_is_counted_once_however_often_it_was_committed(tmp_path: Path) -> None:
    files = [stamped(table(f"{at}.jsonl", FULL, {**LINKLESS, "title": f"第{at}条消息"})) for at in range(3)]
    first = keep(tmp_path, *files, every_time=True)
    assert len(first) > len(files)
    again = keep(tmp_path, *files, every_time=True)
    for kepts, documents, unchanged in ((first, 3, 0), (again, 0, 3)):
        assert (sum(each.documents for each in kepts), sum(each.unchanged for each in kepts)) == (documents, unchanged)
    assert (sum(len(each.records) for each in first), sum(each.seen_again for each in first)) == (4, 2)


def test_a_commit_comes_after_so_many_articles_however_fast_they_come(tmp_path: Path) -> None:
    many = table("1.jsonl", *({"title": f"第{at}条"} for at in range(MOST + 1)))
    assert [len(kept.records) for kept in keep(tmp_path, many)] == [MOST, 1]


@pytest.mark.parametrize(
    ("then", "unchanged"),
    [
        pytest.param(stamped(table("1.jsonl", FULL)), 1, id="as it was"),
        pytest.param(stamped(table("1.jsonl", FULL, TEASER), "2"), 0, id="written anew"),
        pytest.param(table("1.jsonl", FULL), 0, id="nothing tells its state"),
    ],
)
def test_a_document_that_was_wholly_taken_is_read_again_only_if_it_changed(
    then: Document, unchanged: int, tmp_path: Path
) -> None:
    keep(tmp_path, stamped(table("1.jsonl", FULL)))
    (kept,) = keep(tmp_path, then)
    assert (kept.unchanged, kept.documents) == (unchanged, 1 - unchanged)


def test_a_document_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    binary = stamped(document("1.bin", "\0\0\0"))
    for _twice in range(2):
        (kept,) = keep(tmp_path, binary)
        assert (kept.unchanged, len(kept.problems)) == (0, 1)


def test_other_settings_make_all_documents_of_a_source_new(tmp_path: Path) -> None:
    file = stamped(table("1.jsonl", FULL))
    keep(tmp_path, file)
    with Library.writing(under(tmp_path)) as library:
        library.put_sources([source("1.jsonl", '{"section": "城建"}')])
        assert not library.shelf(NOW).has_taken(file)


ROWS: list[dict[str, Any]] = [
    TEASER,
    FULL,
    LINKLESS,
    {**LINKLESS, "url": LINK},
    {**TEASER, "url": "https://www.example.com/front/bridge.html"},
    {**TEASER, "title": "城南老桥提前恢复通行", "summary": OPENING},
    {**FULL, "title": "城南老桥今晨恢复通行"},
    {**FULL, "content": BODY + "更正。"},
    {"id": "7", "title": "甲地四月雨水统计", "content": "雨"},
    {"id": "7", "title": "甲地四月雨水统计更新", "content": "雨"},
    {"id": "7", "title": "乙城球赛综述", "content": "球"},
    {"title": "早间天气播报", "content": "晴", "url": LINK},
    ours(TITLE, id="b0123456789abcde"),
    ours("别的题目", url=LINK),
]
FILES = st.lists(
    st.tuples(st.sampled_from(["1.jsonl", "2.jsonl"]), st.lists(st.sampled_from(ROWS), min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)


@given(FILES, st.booleans(), st.booleans())
def test_the_library_holds_what_reading_it_all_at_once_gives_however_it_was_added(
    tmp_path_factory: pytest.TempPathFactory,
    files: list[tuple[str, list[dict[str, Any]]]],
    apart: bool,
    every_time: bool,
) -> None:
    home = tmp_path_factory.mktemp("home")
    documents = [table(name, *rows) for name, rows in files]
    for part in [[each] for each in documents] if apart else [documents]:
        keep(home, *part, every_time=every_time)
    before = records(home)
    assert [record._replace(changed_at=0) for record in before] == list(gather(documents, NOW, Marks()).records)
    keep(home, documents[-1])
    keep(home, documents[-1])
    assert [record.ids for record in records(home)] == [record.ids for record in before]
    shutil.rmtree(home)


def test_when_the_disk_is_full_what_was_told_is_kept_and_the_rest_comes_later(tmp_path: Path) -> None:
    paths = under(tmp_path)
    dice = random.Random(7)  # noqa: S311 -- the same in every run
    rows = [{"title": f"第{at}条消息", "content": "".join(dice.choices(BODY * 9, k=900))} for at in range(400)]
    file = stamped(table("1.jsonl", *rows))
    keep(tmp_path)
    database = Database.writing(paths.library)
    database.rows("PRAGMA max_page_count = 40")
    library = Library(database)
    library.put_sources([source(file.source)])
    said: list[Record] = []
    with pytest.raises(UnsavedError):
        said.extend(
            record for kept in add([file], library.shelf(NOW), NOW, Marks(), hurried()) for record in kept.records
        )
    database.close()
    assert said
    assert records(tmp_path) == said
    keep(tmp_path, file)
    assert records(tmp_path) == list(gather([file], NOW, Marks()).records)


WRITER = """
import sys, pathlib
from tests.test_adding import NOW, folder_documents, hurried, source
from zjreader.adding import add
from zjreader.library.library import Library
from zjreader.library.marks import Marks
from zjreader.library.paths import under
home, folder = map(pathlib.Path, sys.argv[1:])
with Library.writing(under(home)) as library:
    library.put_sources([source("folder")])
    for kept in add(folder_documents(folder), library.shelf(NOW), NOW, Marks(), hurried()):
        print(len(kept.records), flush=True)
"""


def opened(path: Path) -> BinaryIO:
    return path.open("rb")


def folder_documents(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.iterdir()):
        yield Document(Clean(path.name), Clean("folder"), partial(opened, path), NOW, str(path), stamp=path.name)


def written(folder: Path) -> None:
    folder.mkdir()
    for file in range(12):
        rows: Iterable[dict[str, Any]] = (
            {
                "title": f"第{file}卷第{at}条消息",
                "content": BODY * (at % 3 + 1),
                "url": f"{LINK}?{(file * 7 + at) % 60}",
            }
            for at in range(8)
        )
        lines = [json.dumps(row, ensure_ascii=False) for row in [*rows, TEASER, FULL][file % 2 : 9 + file % 2]]
        (folder / f"{file:02}.jsonl").write_text("\n".join(lines), "utf-8")


def test_killed_at_any_moment_the_library_opens_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    written(folder)
    whole = list(gather(folder_documents(folder), NOW, Marks()).records)
    chance, acknowledged = random.Random(9), 0  # noqa: S311 -- the same in every run
    for each in range(KILLS):
        home = tmp_path / f"home{each}"
        for _twice in range(2):
            acknowledged = max(killed(home, folder, chance), len(records(home)) if _twice else 0)
            assert len(records(home)) >= acknowledged if under(home).library.exists() else not acknowledged
        with Library.writing(under(home)) as library:
            library.put_sources([source("folder")])
            list(add(folder_documents(folder), library.shelf(NOW), NOW, Marks()))
        assert [record.ids for record in records(home)] == [record.ids for record in whole]
        shutil.rmtree(home)


def killed(home: Path, folder: Path, chance: random.Random) -> int:
    """How many articles a writer had called kept when it was killed."""
    words = [sys.executable, "-c", WRITER, str(home), str(folder)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=unmeasured())
    assert process.stdout
    lines = [process.stdout.readline() for _line in range(chance.randrange(60))]
    process.send_signal(signal.SIGKILL)
    return sum(map(int, [*"".join(lines).split(), *process.communicate()[0].split()]))
