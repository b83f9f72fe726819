"""Invented articles by the hundred for the tests of the corpus: always the same for the same number."""

from random import Random

from zjreader.article import Article, Block, BlockKind, Moment, ReadAs, Record
from zjreader.text.clean import Clean

_WORDS = [
    *("城南", "老桥", "恢复", "通行", "施工", "期间", "经济", "发展", "改革开放", "市场", "图书馆", "開放", "閱覽室"),
    *("讀者", "增加", "春耕", "农业", "农民", "天气", "降雨", "气温", "回升", "地铁", "三号线", "开工", "通车", "市民"),
    *(
        "出行",
        "学校",
        "开学",
        "学生",
        "𠮷野",
        "𠀀记",
        "A股",
        "ＡＩ",
        "5G",
        "高铁",
        "中国",
        "中",
        "国",
        "专",
        "精",
        "特",
    ),
]
_SIGNS = "，。、：；？！ 　\n"
_KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "item", "quote", "note", "caption")
_NAMES = ("城南日报", "晚间广播", "新区快讯", "体育", "財經", None)


def sentence(chance: Random, most: int) -> Clean:
    """Words and signs in any order, some of them written wide or in traditional characters."""
    pieces = [chance.choice(_WORDS) + chance.choice(["", "", "", *_SIGNS[:-1]]) for _ in range(chance.randint(1, most))]
    return Clean("".join(pieces).strip() or "無題")


def name(chance: Random) -> Clean | None:
    """A name, or none."""
    chosen = chance.choice(_NAMES)
    return Clean(chosen) if chosen else None


def article(chance: Random, at: int) -> Article:
    """A text or a teaser, with every field somewhere."""
    day = Clean(f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
    full = chance.random() < 0.8
    return Article(
        "full" if full else "teaser",
        sentence(chance, 6),
        sentence(chance, 8) if chance.random() < 0.3 else None,
        section=chance.choice([name(chance), Clean("要闻;体育")]),
        publisher=name(chance),
        place=name(chance),
        authors=tuple(filter(None, (name(chance), name(chance)))),
        editor=name(chance),
        published=chance.choice([None, Moment(day, "day", day), Moment(Clean(day[:7]), "month", None, inferred=True)]),
        url=chance.choice([None, Clean(f"https://news.example.cn/{at}")]),
        tags=(Clean("民生"),) if chance.random() < 0.5 else (),
        blocks=tuple(Block(chance.choice(_KINDS), sentence(chance, 40)) for _ in range(chance.randint(0, 5) * full)),
        key=chance.choice([None, Clean(str(at))]),
        guid=chance.choice([None, (Clean("https://news.example.cn/feed"), Clean(str(at)))]),
        extra=chance.choice([(), ((Clean("城市"), Clean('"上海"')),)]),
        stated_length=chance.choice([None, 12]),
    )


def record(at: int, version: int = 1) -> Record:
    """The article that arrives as number `at`, in one of its versions; some bear two ids."""
    chance = Random(f"{at} {version}")  # noqa: S311 -- the same for the same number
    ids = (Clean(f"a{at:015x}"), Clean(f"b{at:015x}"))[: chance.randint(1, 2)]
    added = Clean(f"2026-11-{1 + at % 28:02}T08:00:00+08:00")
    read_as = ReadAs(Clean("gb18030"), assumed=True, replaced=at % 3)
    return Record(
        article(chance, at), ids, Clean(f"news.jsonl:{at}"), added, read_as, chance.randint(0, 99), version, path=None
    )


def records(count: int, first: int = 0) -> list[Record]:
    """So many of them, in order."""
    return [record(at) for at in range(first, first + count)]
