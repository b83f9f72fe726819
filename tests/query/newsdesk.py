"""Invented articles, and a naive reading of queries: what a hit is, said without sets and orders of trying."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any as Anything

from zjreader.article import Article, Block, Moment, ReadAs, Record
from zjreader.corpus.positions import Positions
from zjreader.corpus.timed import Timed
from zjreader.query.circumstances import Circumstances, States
from zjreader.query.tree import All, Any, Dated, Held, Is, Length, Not, Pattern, Term, Word
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

NOW = datetime(2026, 4, 10, 12, tzinfo=timezone(timedelta(hours=8)))
UTF_8 = ReadAs(Clean("utf-8"), assumed=False)
READ = {1: "2026-04-09T20:00:00+00:00", 3: "2026-04-01T08:00:00+08:00"}
"""When articles were read; the first of them after midnight here."""


def moment(day: str) -> Moment:
    precision = {10: "day", 7: "month", 4: "year"}[len(day)]
    return Moment(Clean(day), precision, Clean(day) if precision == "day" else None)  # type: ignore[arg-type]


def record(at: int, title: str, body: str | None = None, **more: Anything) -> Record:
    blocks = (Block("paragraph", Clean(body)),) if body else ()
    article = Article("full" if body else "teaser", Clean(title), blocks=blocks)._replace(**more)
    added = Clean(f"2026-04-{at + 1:02}T23:30:00+00:00")
    return Record(article, (Clean(f"{at:016x}"), Clean(f"b{at:015x}")), Clean(f"desk/{at}.txt"), added, UTF_8, at)


DESK = [
    record(
        0, "老厂复工 机器又响了", "停了两个月的纺织厂昨天复工，第一批口罩运往港口。\n厂长说，订单排到了六月。",
        section=Clean("财经"), publisher=Clean("城南晚报"), place=Clean("杭州"), authors=(Clean("林一舟"),),
        editor=Clean("苏禾"), published=moment("2026-04-09"), tags=(Clean("复工"),), key=Clean("13"),
        url=Clean("https://www.example.com/a/1?utm_source=x"), extra=((Clean("城市"), Clean('"杭州市"')),),
    ),
    record(
        1, "春耕时节种子下乡", "县里的农技员把新种子送到田头，農民说今年要多种两亩。",
        section=Clean("三农"), publisher=Clean("县乡日报"), place=Clean("绍兴"), correspondents=(Clean("何满"),),
        published=moment("2026-03"), key=Clean("1"), extra=((Clean("版面"), Clean("4")),),
    ),
    record(2, "工信部门发布芯片出口新规", None, summary=Clean("新规自五月起施行，企业有三个月过渡期"),
           section=Clean("财经"), published=moment("2025")),
    record(3, "学校复学 家长松了口气", "发展中的城郊学校复学，校门口又排起了队。AI 助教 也开了课。",
           section=Clean("教育"), publisher=Clean("城南晚报"), published=moment("2026-01-15")),
    record(4, "來源：一座修表鋪的來信", "信里说：中国人修了一辈子表，中国的钟表也走了一辈子。专 精 特 新 的路还长。"),
]  # fmt: skip
STATES = States(
    read=Positions(READ), starred=Positions([0]), changed=Positions([3]),
    labels=((Clean("待核实"), Positions([0, 2])),),
    reads=Timed.of({at: int(datetime.fromisoformat(read).timestamp() * 1000) for at, read in READ.items()}),
)  # fmt: skip


def cut(sentence: str) -> list[str]:
    """A segmenter that knows a few words; anything else is a word of one character."""
    known = "发展中|中国人|中国|复工|复学|钟表|ai|芯片|出口|专精特新"
    return re.findall(f"{known}|.", sentence, re.DOTALL)


HERE = Circumstances(NOW, segments=cut)
TODAY = NOW.astimezone(UTC).date()


def holds(term: Term, at: int, records: list[Record], states: States) -> bool:  # noqa: C901, PLR0911, PLR0912 -- a line a kind
    """Whether an article meets a term, by the words of the contract alone."""
    record, article = records[at], records[at].article
    match term:
        case All(terms):
            return all(holds(each, at, records, states) for each in terms)
        case Any(terms):
            return any(holds(each, at, records, states) for each in terms)
        case Not(inner):
            return not holds(inner, at, records, states)
        case Word():
            return term.key in squeeze(fold(f"{article.title}\n{article.summary or ''}\n{article.body}"))
        case Pattern(source):
            texts = (article.title, article.summary or "", article.body)
            return any(re.search(source, fold(text), re.MULTILINE) for text in texts)
        case Held("title" | "body" as field, _, Word() as word):
            return word.key in squeeze(fold(article.title if field == "title" else article.body))
        case Held("section", _, Word() as word):
            return word.key in squeeze(fold(article.section or ""))
        case Length(low, high):
            return (low or 0) <= article.length <= (article.length if high is None else high)
        case Dated("date", None):
            return article.published is None
        case Dated("date", days) if days:
            first, last = days.bounds(NOW.date())
            shown = article.published.text if article.published else ""
            return bool(shown) and first[: len(shown)] <= shown <= last[: len(shown)]
        case Is("unread"):
            return at not in states.read
        case Is("full" | "teaser" as kind):
            return article.kind == kind
        case Is(state):
            return at in {"read": states.read, "starred": states.starred, "changed": states.changed}[state]
        case _:
            raise AssertionError(term, record)
