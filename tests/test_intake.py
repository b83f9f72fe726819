"""What becomes one article, what stays two, and what is reported: told as a reader of the list would."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.documents import (
    BODY,
    FULL,
    LINK,
    LINKLESS,
    NOW,
    OTHER_LINK,
    TEASER,
    TITLE,
    document,
    link_id,
    ours,
    table,
)
from zjreader.article import Article, Block, Document, Problem, ReadAs, Reading, Record
from zjreader.identity import make_id
from zjreader.intake import Intake, Joined, SeenAgain, gather
from zjreader.library.journal_lines import Record as Line
from zjreader.library.marks import JOIN, PART, Marks
from zjreader.parse import worker
from zjreader.text.clean import Clean


def take(*documents: Document | Problem, marks: Marks | None = None) -> tuple[Record, ...]:
    return gather(documents, NOW, marks or Marks()).records


def told(*lines: tuple[Clean, str | bool, str]) -> Marks:
    """The marks of a journal with these lines: field, value, id."""
    name = Clean("a1")
    return Marks().plus(
        Line(
            ms,
            0,
            name,
            Clean(f"b{ms}"),
            1,
            1,
            name,
            field,
            Clean(value) if isinstance(value, str) else value,
            (Clean(each),),
        )
        for ms, (field, value, each) in enumerate(lines)
    )


def titles(records: Sequence[Record]) -> list[str]:
    return [record.article.title for record in records]


@pytest.mark.parametrize("order", [(TEASER, FULL), (FULL, TEASER)], ids=["teaser first", "full text first"])
def test_a_teaser_and_the_full_text_that_completes_it_become_one_with_both_ids(
    order: tuple[dict[str, str], ...],
) -> None:
    (record,) = take(*(table(f"{at}.jsonl", row) for at, row in enumerate(order)))
    assert record.article.body == BODY
    assert record.ids == (link_id(OTHER_LINK), link_id(LINK))
    assert record.versions == 1


def test_several_teasers_of_one_full_text_are_all_taken_in_and_found_again() -> None:
    again = {**TEASER, "url": "https://www.example.com/front/bridge.html"}
    own = ours("改过的题目", url=again["url"], id="b0123456789abcde")
    (record,) = take(table("1.jsonl", TEASER), table("2.jsonl", again), table("3.jsonl", FULL), table("4.jsonl", own))
    assert record.ids == (link_id(OTHER_LINK), link_id(LINK), link_id(again["url"]), "b0123456789abcde")
    assert record.article.title == "改过的题目"


def test_a_teaser_never_makes_two_full_texts_one() -> None:
    second = {**FULL, "url": "https://www.example.com/city/bridge-3.html"}
    records = take(table("1.jsonl", FULL, second), table("2.jsonl", TEASER))
    assert [record.ids for record in records] == [
        (link_id(OTHER_LINK), link_id(LINK)),
        (link_id("https://www.example.com/city/bridge-3.html"),),
    ]


def test_a_full_text_that_completes_a_teaser_under_the_same_link_is_no_version() -> None:
    full = {**FULL, "title": "城南老桥加固完工，今起恢复通行（图）", "url": LINK}
    (record,) = take(table("1.jsonl", TEASER), table("2.jsonl", full))
    assert (record.article.kind, record.article.title, record.versions) == ("full", full["title"], 1)


def test_a_teaser_seen_again_never_takes_the_place_of_a_full_text() -> None:
    full, teaser = {**FULL, "url": LINK}, {**TEASER, "title": "城南老桥通了"}
    orders = ((full, teaser), (teaser, full), (teaser, full, teaser))
    for order in orders:
        (record,) = take(*(table(f"{at}.jsonl", row) for at, row in enumerate(order)))
        assert (record.article.body, record.article.title, record.versions) == (BODY, TITLE, 1)


def test_a_teaser_whose_title_has_changed_brings_that_title_alone() -> None:
    changed = {**TEASER, "title": "城南老桥提前恢复通行", "summary": "换了的导语"}
    (record,) = take(table("1.jsonl", TEASER), table("2.jsonl", {**FULL, "url": LINK}), table("3.jsonl", changed))
    assert (record.article.title, record.article.body, record.versions) == (changed["title"], BODY, 2)


def test_the_same_title_on_another_day_is_another_article() -> None:
    rows = [{"title": "早间天气播报", "content": "今天晴。", "date": f"2026-04-{day:02}"} for day in (10, 11)]
    assert len(take(table("1.jsonl", *rows))) == 2


def test_articles_with_different_links_are_never_merged() -> None:
    assert len(take(table("1.jsonl", {**LINKLESS, "url": LINK}, {**LINKLESS, "url": OTHER_LINK}))) == 2


def test_two_files_of_other_texts_with_keys_from_one_are_all_there() -> None:
    first = table(
        "a.jsonl", *({"id": at, "title": f"甲地第{at}场雨水统计", "content": "雨" * at} for at in range(1, 6))
    )
    other = table(
        "b.jsonl", *({"id": at, "title": f"乙城第{at}轮球赛综述", "content": "球" * at} for at in range(1, 6))
    )
    assert len(take(first, other)) == 10


def test_a_key_that_names_another_text_in_a_file_written_anew_is_another_article() -> None:
    rows = [
        {"id": "7", "title": "甲地雨水统计", "content": "雨"},
        {"id": "7", "title": "乙城球赛综述", "content": "球"},
    ]
    assert titles(take(table("a.jsonl", rows[0]), table("a.jsonl", rows[1]))) == ["甲地雨水统计", "乙城球赛综述"]


def test_a_key_with_most_of_its_title_is_the_same_article_in_a_new_version() -> None:
    rows = [{"id": "7", "title": title, "content": "雨"} for title in ("甲地四月雨水统计", "甲地四月雨水统计更新")]
    (record,) = take(table("a.jsonl", rows[0]), table("a.jsonl", rows[1]))
    assert (record.article.title, record.versions, len(record.ids)) == ("甲地四月雨水统计更新", 2, 2)


def test_a_link_under_two_titles_in_one_table_identifies_neither_and_is_reported() -> None:
    rows = [{"title": title, "content": title, "url": LINK} for title in ("早间天气播报", "晚间路况播报")]
    gathered = gather([table("1.jsonl", *rows)], NOW, Marks())
    assert titles(gathered.records) == ["早间天气播报", "晚间路况播报"]
    assert link_id(LINK) not in {each for record in gathered.records for each in record.ids}
    assert [(problem.line, problem.kept) for problem in gathered.problems] == [(1, 1), (2, 1)]
    assert LINK in gathered.problems[0].what


def test_a_file_given_twice_is_there_once() -> None:
    file = table("1.jsonl", TEASER, {**LINKLESS, "title": "另一条消息"})
    once = take(file)
    assert take(file, file) == once
    assert len(once) == 2


def test_byte_equal_texts_in_two_class_folders_are_one_article_with_both_sections() -> None:
    text = f"{TITLE}\n\n{BODY}\n"
    files = [
        document(f"{section}/{at}.txt", text, NOW + timedelta(days=at), section)
        for at, section in enumerate(("城建", "交通", "城建"))
    ]
    (record,) = take(*files)
    assert record.article.section == "城建;交通"
    assert (record.versions, record.standing) == (1, int(NOW.timestamp()))


@pytest.mark.parametrize(
    "order",
    [(LINKLESS, {**LINKLESS, "url": LINK}), ({**LINKLESS, "url": LINK}, LINKLESS)],
    ids=["without link first", "with link first"],
)
def test_a_text_without_link_and_the_same_with_one_are_one_under_the_links_id(
    order: tuple[dict[str, str], ...],
) -> None:
    (record,) = take(*(table(f"{at}.jsonl", row) for at, row in enumerate(order)))
    assert record.ids[0] == link_id(LINK)
    assert len(record.ids) == 2
    assert record.article.url == LINK


def test_a_teaser_with_the_same_opening_hides_no_twin() -> None:
    text = "桥" * 64
    teaser = {"title": "桥通了", "summary": text}
    rows = [teaser, {"title": "桥通了", "content": text}, {"title": "桥通了", "content": text, "url": LINK}]
    records = take(*(table(f"{at}.jsonl", row) for at, row in enumerate(rows)))
    assert records[-1].ids[0] == link_id(LINK)


@pytest.mark.parametrize("order", [(TEASER, FULL), (FULL, TEASER)], ids=["teaser first", "full text first"])
@pytest.mark.parametrize("parted", [LINK, OTHER_LINK])
def test_a_parted_pair_stays_parted(order: tuple[dict[str, str], ...], parted: str) -> None:
    documents = [table(f"{at}.jsonl", row) for at, row in enumerate(order)]
    assert len(take(*documents, marks=told((PART, True, link_id(parted))))) == 2


def test_two_articles_that_others_point_at_are_never_joined() -> None:
    one, other = "b" * 16, "c" * 16
    marks = told((JOIN, link_id(LINK), one), (JOIN, link_id(OTHER_LINK), other))
    assert len(take(table("1.jsonl", TEASER, FULL), marks=marks)) == 2


NOTICE = {"title": "停水通知", "content": "明天停水。", "url": "https://www.example.com/1"}
SEQUEL = {"title": "后续报道", "content": "已经来水。", "url": "https://www.example.com/2"}
THIRD = {"title": "又一则", "content": "水压正常。", "url": "https://www.example.com/3"}


@pytest.mark.parametrize("order", [(NOTICE, SEQUEL), (SEQUEL, NOTICE)], ids=["the one pointed at first", "last"])
def test_an_explicit_join_is_followed(order: tuple[dict[str, str], ...]) -> None:
    marks = told((JOIN, link_id(NOTICE["url"]), link_id(SEQUEL["url"])))
    (record,) = take(*(table(f"{at}.jsonl", row) for at, row in enumerate(order)), marks=marks)
    assert record.ids == (link_id(NOTICE["url"]), link_id(SEQUEL["url"]))
    assert record.article.title == "停水通知"


@pytest.mark.parametrize(
    "order", [(NOTICE, SEQUEL, THIRD), (SEQUEL, THIRD, NOTICE), (SEQUEL, NOTICE, THIRD), (THIRD, SEQUEL, NOTICE)]
)
def test_all_that_point_at_one_are_one_in_any_order(order: tuple[dict[str, str], ...]) -> None:
    root = link_id(NOTICE["url"])
    marks = told((JOIN, root, link_id(SEQUEL["url"])), (JOIN, root, link_id(THIRD["url"])))
    (record,) = take(table("1.jsonl", *order), marks=marks)
    assert record.ids[0] == root
    assert len(record.ids) == 3


def test_our_own_records_keep_their_ids() -> None:
    (record,) = take(table("1.jsonl", ours(TITLE, url=LINK, id="b0123456789abcde")))
    assert record.ids == ("b0123456789abcde",)


@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_a_record_without_its_texts_never_changes_an_article_that_has_them(first: bool) -> None:
    whole = ours(TITLE, url=LINK, id="b0123456789abcde")
    listed = {key: value for key, value in whole.items() if key != "body"} | {"title": "清单里的旧题目"}
    rows = (listed, whole) if first else (whole, listed)
    (record,) = take(table("1.jsonl", rows[0]), table("2.jsonl", rows[1]))
    assert (record.article.title, record.article.body, record.versions) == (TITLE, BODY, 1)


def test_a_changed_title_under_the_same_link_is_a_version() -> None:
    changed = {**FULL, "title": "城南老桥今晨恢复通行"}
    (record,) = take(table("1.jsonl", FULL), table("2.jsonl", changed), table("3.jsonl", changed))
    assert (record.article.title, record.versions) == ("城南老桥今晨恢复通行", 2)


def test_a_changed_text_under_the_same_link_is_a_version() -> None:
    (record,) = take(table("1.jsonl", FULL), table("2.jsonl", {**FULL, "content": BODY + "更正。"}))
    assert (record.article.body, record.versions) == (BODY + "更正。", 2)


def test_undated_articles_stand_together_in_page_order_at_the_files_time() -> None:
    base = NOW - timedelta(days=3)
    rows = [{"title": f"第{at}条无日期的消息", "content": "正文"} for at in range(3)]
    records = take(table("1.jsonl", *rows, base=base), table("2.jsonl", {"title": "没有时间的文件", "content": "正文"}))
    assert [record.standing for record in records] == [int(base.timestamp())] * 3 + [int(NOW.timestamp())]
    assert titles(records[:3]) == [row["title"] for row in rows]


def test_a_dated_article_stands_at_its_date_and_an_inferred_one_at_the_files_time() -> None:
    rows = [{"title": "有日期", "date": "2026-04-10 08:00"}, {"title": "只有月日", "date": "4月10日"}]
    dated, inferred = take(table("1.jsonl", *rows, base=NOW))
    assert dated.standing == int(datetime(2026, 4, 10, 0, tzinfo=UTC).timestamp())
    assert inferred.standing == int(NOW.timestamp())


def test_a_record_says_where_and_when_it_was_read() -> None:
    (record,) = take(table("1.jsonl", TEASER))
    assert (record.origin, record.path, record.added) == ("1.jsonl:1", "1.jsonl", "2026-04-12T08:00:00+00:00")


def test_what_came_is_handed_on_once_and_problems_as_they_come() -> None:
    intake = Intake(NOW, Marks())
    problem = Problem(Clean("无此文件"), Clean("no such file"))
    assert list(intake.take(problem)) == [problem]
    (teaser,) = intake.take(table("1.jsonl", TEASER))
    assert isinstance(teaser, Record)
    assert list(intake.take(table("2.jsonl", FULL))) == [Joined(pointing=teaser.ids[0], kept=link_id(OTHER_LINK))]
    damaged = document("3.jsonl", '{"title": "好的一行"}\n{"title": \n')
    came = list(intake.take(damaged))
    assert [type(each) for each in came] == [Record, Problem]
    assert isinstance(came[0], Record)
    assert list(intake.take(damaged)) == [SeenAgain(came[0].ids[0], changed=False), came[1]]


def test_two_tables_numbered_alike_are_all_articles_also_after_a_row_was_put_before_them() -> None:
    def rows(where: str) -> list[dict[str, Any]]:
        return [{"id": at, "title": f"{where}第{at}号井今日出水", "content": f"{where}{BODY}"} for at in range(1, 101)]

    def renumbered(where: str) -> list[dict[str, Any]]:
        before = {"title": f"{where}新开一口井", "content": BODY}
        return [{**row, "id": at} for at, row in enumerate([before, *rows(where)], 1)]

    first = [table(f"{where}.jsonl", *rows(where)) for where in ("城南", "河东")]
    assert len(take(*first)) == 200
    again = [table(f"{where}.jsonl", *renumbered(where)) for where in ("城南", "河东")]
    assert len(take(*first, *again)) == 202


def test_an_entry_of_a_feed_is_known_by_its_guid(monkeypatch: pytest.MonkeyPatch) -> None:
    guid = (Clean("https://www.example.com/feed.xml"), Clean("7"))
    read_as = ReadAs(Clean("utf-8"), assumed=False)
    entries = iter(
        Article("full", Clean(title), blocks=(Block("paragraph", Clean(BODY)),), guid=guid) for title in "甲乙"
    )
    monkeypatch.setattr(worker, "read", lambda _document: iter([Reading(next(entries), read_as)]))
    (record,) = take(document("feed", ""), document("feed", ""))
    assert (record.article.title, record.versions) == ("乙", 2)
    assert record.ids == (make_id("guid", "example.com/feed.xml\0007"),)
