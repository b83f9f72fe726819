"""A small newsroom: invented articles, a reader on them, and an app that shows it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widget import Widget

from zjreader.article import Article, Block, BlockKind, Moment, Problem, ReadAs, Record
from zjreader.corpus.store import Corpus
from zjreader.library.journal import Journal
from zjreader.library.paths import find
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.opening import Opening


def now() -> datetime:
    """A fixed clock."""
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


def article(
    title: str,
    *paragraphs: str,
    section: str = "财经",
    publisher: str | None = "江城晚报",
    day: str | None = "2026-11-19",
    summary: str | None = None,
    editor: str | None = None,
) -> Article:
    """An article; without paragraphs a teaser. A paragraph's beginning may say what else it is: `BEGINNINGS`."""
    return Article(
        kind="full" if paragraphs else "teaser",
        title=clean_line(title),
        summary=clean(summary) if summary else None,
        section=clean_line(section),
        publisher=clean_line(publisher) if publisher else None,
        place=clean_line("江城"),
        authors=(clean_line("林一舟"),) if paragraphs else (),
        editor=clean_line(editor) if editor else None,
        published=Moment(clean_line(day), "day", clean_line(day)) if day else None,
        blocks=tuple(map(_block, paragraphs)),
    )


BEGINNINGS: tuple[tuple[str, BlockKind, int], ...] = (
    ("# ", "heading", 2),
    ("- ", "item", 2),
    ("> ", "quote", 2),
    ("^ ", "caption", 2),
    ("（注）", "note", 0),
)
"""How a block begins that is no paragraph, what it is, and the characters of the beginning that are not its text."""


def _block(text: str) -> Block:
    for beginning, kind, left_out in BEGINNINGS:
        if text.startswith(beginning):
            return Block(kind, clean(text[left_out:]))
    return Block("paragraph", clean(text))


FIRST_SEEN = int(datetime(2026, 11, 16, 12, tzinfo=UTC).timestamp())

NEWS = (
    article(
        "三项新政同日落地 小微企业最多可缓缴半年社保",
        "三项扶持小微企业的新政同日落地，企业最多可以缓缴半年社保。会上，负责人逐一回应了企业最关心的问题。",
        "# 怎样申请",
        "- 缓缴：符合条件的企业可在网上申请；",
        "- 贴息：首次贷款的利息由财政补贴一半，每家企业每年最高两万元，先付后补，按季度结算；",
        "- 培训：每月开设两期免费课程。",
        "（注）以上政策自明年一月一日起施行。",
        editor="苏禾",
    ),
    article(
        "老街上的修表铺 守着一座城的时间",
        section="副刊",
        summary="铺子开在老街的第三个路口，门脸不到两米宽，玻璃柜里摆着上百只等人来取的旧表",
        day="2026-11-18",
    ),
    article(
        "今年首场寒潮周末抵达 江城最低气温将跌破零度",
        "气象台提醒市民添衣保暖。",
        publisher="江城广播",
        day="2026-11-18",
    ),
    article("港口新航线开通", "每周两班，企业出海更近了。", section="财经", day="2026-11-17"),
    article("博物馆夜场", section="副刊", publisher=None, day=None),
)

VOICES = article(
    "老码头改成了江边书房",
    "停用二十年的老码头，本月改成了一间临江的书房。两层红砖仓库保留了木梁和吊车轨道，三万册书沿着轨道排开。",
    "^ 图为读者在临江的窗边看书，窗外是当年装卸粮食的二号泊位。",
    "# “旧物不搬走，人才会回来”",
    "负责改造的设计师说，图纸改了十一稿，只为留下一段轨道。",
    "> 码头是这座城的第一扇门。我们不想把门换成新的，只想让它重新打开。",
    "- 讲座：每月两次，讲江城的水运史；",
    "- 夜读：周五通宵开放，座位须提前一天预约，每人每月限两次。",
    "（注）开放时间以书房公告为准；节假日闭馆的安排提前一周公布。",
    section="文化",
    day="2026-11-20",
    editor="苏禾",
)._replace(url=clean_line("https://news.example/2026/11/20/laomatou.html"))
"""An article in which every voice of a page speaks."""


def identity(number: int) -> Clean:
    """The id of the article at a position."""
    return clean_line(f"c{number:015x}")


def reader_on(home: Path, articles: Sequence[Article] = NEWS, problems: tuple[Problem, ...] = ()) -> Reader:
    """A reader on these articles, which stand in this order, with the marks kept at home."""
    records = [
        Record(each, (identity(number),), clean_line("caijing.txt"), clean_line("2026-11-20T12:00:00+08:00"),
               ReadAs(clean_line("utf-8"), assumed=False), standing=FIRST_SEEN - number)
        for number, each in enumerate(articles)
    ]  # fmt: skip
    return Reader(Corpus(records), Journal.open(find({"ZJREADER_HOME": str(home)}), now), problems)


UNHURRIED = DEFAULTS._replace(dwell=3600.0)
"""Settings with which no test is so slow that an article counts as read by being shown."""


at_once = partial(Opening, title=clean_line("caijing.txt"), rest=0, words_after=0)
"""What opens a screen on a reader, so that the article follows the cursor at once."""


def app_on(reader: Reader, query: str = "", settings: Settings = UNHURRIED) -> ZjreaderApp:
    """The app on a reader, in which the article follows the cursor at once."""
    return ZjreaderApp(at_once(reader, query=Query.parse(query), settings=settings))


async def settle(pilot: Pilot[None]) -> None:
    """Until every message, and every message that it led to, has been handled."""
    for _again in range(4):
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another and let their work be done."""
    await pilot.press(*keys)
    await settle(pilot)


def wheel(widget: Widget, kind: type[MouseScrollDown | MouseScrollUp]) -> None:
    """A notch of the wheel over a widget."""
    widget.post_message(
        kind(widget, x=1, y=1, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False)
    )  # fmt: skip
