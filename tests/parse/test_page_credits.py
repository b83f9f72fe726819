"""Lines around a text credit whom their labels, their elements and their form name."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from zjreader.parse.markup import fragment, lines
from zjreader.parse.page_credits import editor_inside, is_credit, is_house, page_credits, responsible_editor
from zjreader.text.credits import Credits

BASE = datetime(2026, 3, 6)  # noqa: DTZ001 - a page's day has no zone


def credited(markup: str, *, above: bool = True) -> Credits:
    return page_credits(lines(fragment(markup)), BASE, above=above)


def shown(credit: Credits) -> Sequence[object]:
    published = credit.published.text if credit.published else None
    return credit.publisher, published, credit.authors, credit.correspondents, credit.editor


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "2026-03-05 10:11　来源: <a>河东日报</a><a>举报</a>",
            ("河东日报", "2026-03-05T10:11+08:00", (), (), None),
            id="a button beside the value",
        ),
        pytest.param(
            "版权声明 来源：河东日报 时间：2026-03-05 作者：",
            ("河东日报", "2026-03-05", (), (), None),
            id="other words beside labels",
        ),
        pytest.param(
            "作者：林小溪 通讯员 周明 责编：吴一凡",
            (None, None, ("林小溪",), ("周明",), "吴一凡"),
            id="people by their roles",
        ),
        pytest.param(
            "【纠错】【责任编辑:林小溪 周明】", (None, None, (), (), "林小溪 周明"), id="two editors in brackets"
        ),
        pytest.param("来源：The Paper", ("The Paper", None, (), (), None), id="an outlet of Latin letters"),
        pytest.param("来源：河东日报[整理]", ("河东日报", None, (), (), None), id="an aside behind the outlet"),
        pytest.param("来源：本站 编辑：系统管理员", (None, None, (), (), None), id="nobody"),
        pytest.param("来源：2026-03-05", (None, "2026-03-05", (), (), None), id="no value"),
        pytest.param("图片来源：河东图社", (None, None, (), (), None), id="whose pictures they are"),
        pytest.param("某新网 来源于 河东日报", ("河东日报", None, (), (), None), id="a label without a sign"),
        pytest.param("初审编辑：赵立 责任编辑：周明", (None, None, (), (), "周明"), id="who checked is not who edited"),
        pytest.param("责任编辑：周明 | 版面编辑：赵立", (None, None, (), (), "周明"), id="who laid the page out"),
        pytest.param("网编：周明", (None, None, (), (), "周明"), id="the editor of the site"),
        pytest.param("<i id='articleAuthor'>林小溪</i>", (None, None, ("林小溪",), (), None), id="a name in humps"),
        pytest.param("<address>林小溪</address>", (None, None, ("林小溪",), (), None), id="an element for authors"),
        pytest.param(
            "<i class='author'>记者 林小溪</i>", (None, None, ("林小溪",), (), None), id="a role in an element"
        ),
        pytest.param("<i class='author'>林小溪，</i>", (None, None, ("林小溪",), (), None), id="a sign behind a name"),
        pytest.param("<i class='img-source'>图片：河东图库</i>", (None, None, (), (), None), id="a picture's source"),
        pytest.param("只看该作者 | 倒序浏览", (None, None, (), (), None), id="a forum's buttons"),
        pytest.param("撰文︰林小溪", (None, None, ("林小溪",), (), None), id="a colon of old type"),
        pytest.param("作者，林小溪", (None, None, ("林小溪",), (), None), id="a label with a comma"),
        pytest.param("撰文/Demi Lin", (None, None, ("Demi", "Lin"), (), None), id="names of Latin letters"),
        pytest.param("作者：某某工作室的朋友们", (None, None, ("某某工作室的朋友们",), (), None), id="whoever signs"),
        pytest.param(
            "2019 <b>09</b>/<b>07</b> 19:02", (None, "2019-09-07T19:02+08:00", (), (), None), id="a leaf of a calendar"
        ),
        pytest.param("今天是2026年3月6日 星期五", (None, None, (), (), None), id="the day on which it is looked at"),
        pytest.param("2026/3/5 3:10 pm", (None, "2026-03-05T15:10+08:00", (), (), None), id="after noon"),
        pytest.param(
            "原创 林小溪 河东晚报 昨天", (None, "2026-03-05", ("林小溪",), (), None), id="who wrote what is original"
        ),
        pytest.param("原创 2026-03-05 10:11", (None, "2026-03-05T10:11+08:00", (), (), None), id="original by nobody"),
        pytest.param(
            "<i class=source>河东日报</i> <i class=author>林小溪</i> <i class=editor>周明</i>",
            ("河东日报", None, ("林小溪",), (), "周明"),
            id="by their elements",
        ),
        pytest.param(
            "<i class=source>10:11</i><i class=author>原创</i><i id=comment-author></i>",
            (None, None, (), (), None),
            id="elements without names in them",
        ),
        pytest.param(
            "<i class=author>林小溪</i> · 2026-03-05 10:11",
            (None, "2026-03-05T10:11+08:00", ("林小溪",), (), None),
            id="an author is no outlet",
        ),
        pytest.param(
            "原创文章，作者：林小溪，如若转载，请注明出处：https://news.example/1",
            (None, None, ("林小溪",), (), None),
            id="a clause behind the value",
        ),
        pytest.param(
            "来源：河东网-《河东日报》", ("河东网-《河东日报》", None, (), (), None), id="a title in the outlet"
        ),
        pytest.param("来源：《河东日报》", ("河东日报", None, (), (), None), id="a title alone"),
        pytest.param("文丨林小溪 编辑丨周明", (None, None, ("林小溪",), (), "周明"), id="strokes for colons"),
        pytest.param("图/文：学生处 林小溪", (None, None, ("林小溪",), (), None), id="text and pictures by one"),
        pytest.param("作者：admin 编辑：周明", (None, None, (), (), "周明"), id="an account that is nobody"),
        pytest.param(
            "<i class=author-name>林小溪</i><i class=author-badge>工程师</i>",
            (None, None, ("林小溪",), (), None),
            id="a badge beside a name",
        ),
        pytest.param(
            "<div>05</div><div>2026-03</div><div>分享</div>",
            (None, "2026-03-05", (), (), None),
            id="two lines of a day",
        ),
        pytest.param(
            "最后编辑 2026-03-05 10:11",
            (None, "2026-03-05T10:11+08:00", (), (), None),
            id="what is no outlet",
        ),
    ],
)
def test_a_byline_credits_whom_it_names(markup: str, expected: Sequence[object]) -> None:
    assert shown(credited(f"<div>{markup}</div>")) == expected


@pytest.mark.parametrize(
    ("lines_of_it", "expected"),
    [
        pytest.param(("林小溪", "2026年3月5日"), ("林小溪",), id="above the day"),
        pytest.param(("2026-03-05 10:12 更新", "林小溪"), ("林小溪",), id="below it"),
        pytest.param(("林小溪", "某社记者", "活动"), ("林小溪",), id="above what he is"),
        pytest.param(("林小溪", "活动", "2026年3月5日"), ("林小溪",), id="near the day"),
        pytest.param(("高质量", "活动"), (), id="beside neither"),
        pytest.param(("时政", "2026年3月5日"), (), id="a section"),
        pytest.param(("老桥边", "2026年3月5日"), (), id="without a surname"),
    ],
)
def test_a_name_alone_in_its_line_is_the_writers(lines_of_it: Sequence[str], expected: Sequence[str]) -> None:
    markup = "".join(f"<p>{line}</p>" for line in lines_of_it)
    assert credited(markup).authors == expected
    assert credited(markup, above=False).authors == ()


def test_what_somebody_is_is_no_name() -> None:
    assert credited("<i class=author>某某大学软件工程硕士在读</i>").authors == ()


def test_what_has_no_label_counts_above_a_text_alone() -> None:
    markup = "<div>活动 昨天 <i class=author>林小溪</i></div>"
    assert shown(credited(markup, above=False)) == (None, None, (), (), None)
    assert shown(credited(markup)) == (None, "2026-03-05", ("林小溪",), (), None)


def test_links_behind_a_text_and_long_lines_credit_nobody() -> None:
    assert credited("<a href='/1'>来源：河东日报</a>", above=False) == Credits()
    assert credited(f"来源：河东日报 {'步道' * 120}") == Credits()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("河东新闻编辑 | 周明", True, id="a label and its value"),
        pytest.param("记者：您怎么看？", False, id="who speaks"),
        pytest.param("图片来源：河东图社", False, id="whose picture it is"),
        pytest.param("编辑：", False, id="a label alone"),
    ],
)
def test_a_credit_is_a_label_with_its_value(line: str, expected: bool) -> None:
    (found,) = lines(fragment(f"<p>{line}</p>"))
    assert is_credit(found) is expected


@pytest.mark.parametrize(
    ("last", "editor"),
    [
        pytest.param("提前了三個月。（編輯：周明）1150305", "周明", id="before a number"),
        pytest.param("提前了三个月。(责编：周明 吴一凡)", "周明 吴一凡", id="two"),
        pytest.param("提前了三个月。（编辑：整理自各地消息）", None, id="no name"),
        pytest.param("河东社3月5日讯（编辑 周明）城南老桥恢复通行。", "周明", id="in a dateline"),
        pytest.param("提前了三个月。", None, id="none"),
    ],
)
def test_the_editor_may_stand_in_the_text(last: str, editor: str | None) -> None:
    assert editor_inside(last) == editor


@pytest.mark.parametrize(
    ("markup", "editor"),
    [
        pytest.param("<p>编辑：林小溪</p><p>责任编辑：周明</p>", "周明", id="beside another"),
        pytest.param("<p>责编：周明 吴一凡</p>", "周明 吴一凡", id="by the short word"),
        pytest.param("<p>责任编辑：</p><p>责任编辑：管理员</p>", None, id="nobody"),
        pytest.param("<p>编辑：林小溪</p>", None, id="none called so"),
    ],
)
def test_a_responsible_editor_is_called_so(markup: str, editor: str | None) -> None:
    assert responsible_editor(lines(fragment(markup))) == editor


@pytest.mark.parametrize(("name", "house"), [("河东新闻网", True), ("name@example.com", True), ("林小溪", False)])
def test_houses_are_told_from_people(name: str, house: bool) -> None:
    assert is_house(name) is house
