"""The report card: how the pages of a folder are read, worst first, beside what its gold.jsonl says of them.

Each line of gold.jsonl has file, title, author, publish_time, source, editor, body and site of a page; null means that
the page shows none, and `accept` lists other values that count. The sites are split into two halves.
"""

import importlib
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import UNTOLD
from zjreader.parse.child import child
from zjreader.parse.markup import page

USUAL, MANY = range(60_000, 150_000), 1_000
"""Bytes of a usual page of news, and how many of them tell the speed."""

FIELDS = ("title", "author", "date", "publisher", "editor")


class Card(NamedTuple):
    """What one page came to: the F1 of its body and the fields that are wrong, with both values."""

    site: str
    name: str
    f1: float
    wrong: Mapping[str, tuple[object, object]]


def squeezed(value: object) -> str:
    return re.sub(r"\s+", "", str(value or ""))


def named(value: object) -> set[str]:
    said = "、".join(value) if isinstance(value, (tuple, list)) else str(value or "")
    return {name for name in re.split(r"[\s,，、;；/]+", said) if name}


def same_day(gold: object, read: object) -> bool:
    shown = [re.sub(r"\D", "", str(value or ""))[:8] for value in (gold, read)]
    return shown[1].startswith(shown[0]) and bool(shown[0]) == bool(shown[1])


SAME: Mapping[str, tuple[str, Callable[[object, object], bool]]] = {
    "title": ("title", lambda gold, read: squeezed(gold) == squeezed(read)),
    "author": ("author", lambda gold, read: named(gold) == named(read)),
    "date": ("publish_time", same_day),
    "publisher": ("source", lambda gold, read: squeezed(gold) == squeezed(read)),
    "editor": ("editor", lambda gold, read: named(gold) == named(read)),
}
"""The gold's name of each field, and when a value is as good as the gold's."""


def trigrams(text: str) -> Counter[str]:
    text = squeezed(text)
    return Counter(text[at : at + 3] for at in range(len(text) - 2))


def f1(gold: str, read: str) -> float:
    if gold == read:
        return 1.0
    ours, theirs = trigrams(read), trigrams(gold)
    if not ours or not theirs:
        return float(not ours and not theirs)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def read(data: bytes) -> Article | None:
    found = page(data, UNTOLD)
    read_page = found and web_page.read(found, UNTOLD)
    return read_page.article if read_page else None


def card(gold: Mapping[str, Any], article: Article | None) -> Card:
    values: Mapping[str, object] = {
        "title": article and article.title,
        "author": article and article.authors,
        "date": article and article.published and article.published.text,
        "publisher": article and article.publisher,
        "editor": article and article.editor,
    }
    wrong = {}
    for field, (key, same) in SAME.items():
        accepted = [gold.get(key), *(gold.get("accept") or {}).get(key, [])]
        if not any(same(each, values[field]) for each in accepted):
            wrong[field] = (gold.get(key), values[field])
    return Card(gold["site"], gold["id"], f1("\n".join(gold["body"]), article.body if article else ""), wrong)


def total(name: str, cards: Sequence[Card]) -> str:
    rights = (f"{field} {1 - sum(field in card.wrong for card in cards) / len(cards):.3f}" for field in FIELDS)
    scores = [card.f1 for card in cards]
    return f"{name:8} {len(cards):3} pages  F1 {fmean(scores):.3f} least {min(scores):.2f}  {'  '.join(rights)}"


def totals(cards: Sequence[Card]) -> Iterable[str]:
    sites = sorted({card.site for card in cards})
    yield total("all", cards)
    for name, half in (("half A", sites[::2]), ("half B", sites[1::2])):
        yield total(name, [card for card in cards if card.site in half])


def usual(pages: Sequence[bytes]) -> Sequence[bytes]:
    """A thousand pages of some 100 kB: those of that size, over and over; those there are where none has it."""
    sized = [data for data in pages if len(data) in USUAL] or pages
    return [*islice(cycle(sized), MANY)]


def speeds(pages: Sequence[bytes]) -> Iterable[str]:
    """Pages a second, beside readability-lxml (the body alone) and trafilatura (body and fields) where installed."""
    readers: dict[str, Callable[[bytes], object]] = {
        "zjreader": read,
        "zjreader behind its wall": lambda data: child().ask("html", data, UNTOLD),
    }
    if importlib.util.find_spec("readability"):
        document = importlib.import_module("readability").Document
        readers["readability"] = lambda data: document(data.decode("utf-8", "replace")).summary()
    if importlib.util.find_spec("trafilatura"):
        extract = importlib.import_module("trafilatura").bare_extraction
        readers["trafilatura"] = lambda data: extract(data, with_metadata=True)
    for name, reader in readers.items():
        reader(pages[0])
        start = time.perf_counter()
        for data in pages:
            reader(data)
        yield f"{name:24} {len(pages) / (time.perf_counter() - start):.0f} pages a second"


def main(folder: Path) -> None:
    golds = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    pages = [(folder / gold["file"]).read_bytes() for gold in golds]
    articles = [read(data) for data in pages]
    cards = [card(gold, article) for gold, article in zip(golds, articles, strict=True)]
    for each in sorted(cards, key=lambda card: (card.f1 - len(card.wrong), card.name)):
        print(f"{each.f1:.3f} {each.name}")
        for field, (gold, value) in each.wrong.items():
            print(f"      {field}: {value!r}, not {gold!r}")
    print(*totals(cards), *speeds(usual(pages)), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
