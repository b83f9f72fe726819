"""A line that says who wrote, published and edited a text, and nothing else, is read; any other line is not."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from zjreader.text.credits import Credits, read_credits

BASE = datetime(2026, 3, 6)  # noqa: DTZ001 - a page's day has no zone


def shown(credit: Credits | None) -> Sequence[object] | None:
    if credit is None:
        return None
    published = credit.published.text if credit.published else None
    return credit.publisher, published, credit.authors, credit.editor


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("编 辑：周明", (None, None, (), "周明"), id="a label spaced out"),
        pytest.param("监　制：周明", (None, None, (), None), id="who is no writer"),
        pytest.param("【记者】林小溪", (None, None, ("林小溪",), None), id="a label in brackets"),
        pytest.param("撰稿人：林小溪 审稿人：周明", (None, None, ("林小溪",), None), id="who wrote and who read"),
        pytest.param(
            "某经记者：林小溪 某经编辑：周明", (None, None, ("林小溪",), "周明"), id="a house before its roles"
        ),
        pytest.param("河东日报 | 记者 林小溪", ("河东日报", None, ("林小溪",), None), id="an outlet and its writer"),
        pytest.param("作者：河东大学林小溪", (None, None, ("林小溪",), None), id="a writer of an office"),
        pytest.param("□ 本报记者 林小溪", (None, None, ("林小溪",), None), id="a sign before it"),
        pytest.param("（林小溪 周明）", (None, None, ("林小溪", "周明"), None), id="names alone in brackets"),
        pytest.param(
            "林小溪 · 2026-03-05 10:11", (None, "2026-03-05T10:11+08:00", ("林小溪",), None), id="a person and a time"
        ),
        pytest.param("2026-03-05 10:11 星期四", (None, "2026-03-05T10:11+08:00", (), None), id="a day of the week"),
        pytest.param("编辑于 2026-03-05 10:11", (None, "2026-03-05T10:11+08:00", (), None), id="what was done then"),
        pytest.param(
            "2026-03-05 10:11 发布于河东", (None, "2026-03-05T10:11+08:00", (), None), id="where an account is"
        ),
        pytest.param(
            "发表于 2026-3-5 10:11:00 | 只看该作者 来自 - 河东 | 倒序浏览",
            (None, "2026-03-05T10:11:00+08:00", (), None),
            id="a post of a forum",
        ),
        pytest.param(
            "来源： 河东市政府 日期： 2026-03-05 访问次数： [152] 字号：[ 大 中 小 ]",
            ("河东市政府", "2026-03-05", (), None),
            id="a notice of an office",
        ),
        pytest.param("发布机构：河东市教育局", ("河东市教育局", None, (), None), id="who issued it"),
        pytest.param("（高度重视）", None, id="words alone in brackets"),
        pytest.param("【记者】您怎么看？", None, id="who speaks"),
    ],
)
def test_a_line_of_credits_says_who_and_when(line: str, expected: Sequence[object] | None) -> None:
    assert shown(read_credits(line, BASE)) == expected
