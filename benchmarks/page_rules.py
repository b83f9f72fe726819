"""How many pages of how many sites each rule helps: every rule is switched off by itself, and the pages are read again.

A rule is a pattern, a set or table of words, or a yes-or-no question at the top of a room that reads pages. A page is
helped where a field or a hundredth of its body's F1 is lost without the rule, hurt where one is gained. A rule that
helps no page beside its site's rests on one site's habits; one that helps none has only the tests to speak for it.

usage: python -m benchmarks.page_rules FOLDER [OTHER ...]        FOLDER with gold.jsonl and plain copies of its pages;
the pages of OTHER, SITE~NAME.html each, are compared with what they are read as now
"""

import contextlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import _lru_cache_wrapper, partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from benchmarks.pages import SAME, Card, card, read
from zjreader.article import Article, Document, Reading
from zjreader.errors import ZjreaderError
from zjreader.parse import worker
from zjreader.text.clean import Clean

ROOMS = (
    *("anchors", "calendar_leaf", "display", "markup", "linked_data", "web_page", "judged_page"),
    *("page_boxes", "page_title", "page_body", "line_roles", "page_lines", "page_ends", "page_credits", "page_byline"),
    *("page_facts", "page_script", "page_text", "page_copy", "page_head", "page_units", "plain_text"),
)
TEXT_ROOMS = ("byline", "credits", "names")
NEVER = re.compile("(?!)")
LEAST_F1 = 0.01
COPIED = datetime(2026, 1, 1, tzinfo=UTC)
"""When the copies were made, as far as it matters: later than all that they tell."""


class Rule(NamedTuple):
    """Something at the top of a room that is asked about pages, and what stands in its place when it is off."""

    room: str
    name: str
    on: object
    off: object


class Effect(NamedTuple):
    """The pages that a rule helps and hurts, each as its site and name."""

    helped: frozenset[tuple[str, str]]
    hurt: frozenset[tuple[str, str]]


Reader = Callable[[], Sequence[Card]]


def rules() -> Iterator[Rule]:
    """The rules of all rooms that read pages; a number is a measure and no rule."""
    for path in (*(f"parse.{room}" for room in ROOMS), *(f"text.{room}" for room in TEXT_ROOMS)):
        room = import_module(f"zjreader.{path}")
        for name, value in vars(room).items():
            off = None if name.startswith("__") else off_of(value, room)
            if off is not None:
                yield Rule(path.replace(".", "/"), name, value, off)


def off_of(value: object, room: ModuleType) -> object | None:
    if isinstance(value, re.Pattern):
        return NEVER if isinstance(value.pattern, str) else re.compile(b"(?!)")
    if isinstance(value, (frozenset, tuple)) and value and all(isinstance(each, str) for each in value):
        return type(value)()
    if isinstance(value, Mapping) and value and all(isinstance(each, str) for each in value):
        return {}
    asked = isinstance(value, FunctionType) and value.__module__ == room.__name__
    return (lambda *_, **__: False) if asked and value.__annotations__.get("return") is bool else None


@contextlib.contextmanager
def without(rule: Rule) -> Iterator[None]:
    """Has every room that knows the rule by a name know what stands in its place."""
    known = [module for name, module in sys.modules.items() if name.startswith("zjreader.")]
    places = [(module, name) for module in known for name, value in vars(module).items() if value is rule.on]
    for module, name in places:
        setattr(module, name, rule.off)
    forget(known)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, rule.on)
        forget(known)


def forget(modules: Iterable[ModuleType]) -> None:
    """Clears what the rooms remember of lines that they were asked about before."""
    for value in [value for module in modules for value in vars(module).values()]:
        if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"]:
            value.cache_clear()


def cards(golds: Sequence[Mapping[str, Any]], articles: Sequence[Callable[[], Article | None]]) -> Sequence[Card]:
    return [card(gold, whatever_comes(article)) for gold, article in zip(golds, articles, strict=True)]


def whatever_comes(article: Callable[[], Article | None]) -> Article | None:
    """The article, or None where the parser stumbles over what stands in the rule's place."""
    with contextlib.suppress(LookupError, ValueError, TypeError, AttributeError, re.error, ZjreaderError):
        return article()
    return None


def copied(path: Path) -> Article | None:
    """The longest article that the plain copy of a page gives."""
    document = Document(Clean(path.name), Clean(path.name), partial(BytesIO, path.read_bytes()), COPIED)
    readings = (found for found in worker.read(document) if isinstance(found, Reading))
    return max((reading.article for reading in readings), key=lambda article: len(article.body), default=None)


def effect(rule: Rule, reader: Reader, before: Sequence[Card]) -> Effect:
    with without(rule):
        after = reader()
    pairs = list(zip(before, after, strict=True))
    helped = (now for now, off in pairs if off.wrong.keys() - now.wrong.keys() or now.f1 - off.f1 > LEAST_F1)
    hurt = (now for now, off in pairs if now.wrong.keys() - off.wrong.keys() or off.f1 - now.f1 > LEAST_F1)
    return Effect(*(frozenset((each.site, each.name) for each in some) for some in (helped, hurt)))


def row(rule: Rule, effects: Sequence[Effect]) -> str:
    told = (f"{len(each.helped)} ({len({site for site, _ in each.helped})}) | {len(each.hurt)}" for each in effects)
    return f"| {rule.room} | {rule.name} | {' | '.join(told)} |"


def as_read(path: Path) -> Mapping[str, Any]:
    """What a page is read as with every rule on, in the form of a gold: for pages that nobody has judged."""
    article = read(path.read_bytes())
    told = card({"id": "", "site": "", "body": ()}, article)
    values = {key: told.wrong.get(field, (None, None))[1] for field, (key, _) in SAME.items()}
    site = path.stem.partition("~")[0]
    return {"id": path.stem, "site": site, "body": [article.body if article else ""], **values}


def kinds(folder: Path, others: Sequence[Path]) -> Iterator[tuple[str, Reader]]:
    """The pages of the folder and their copies beside its gold.jsonl, those of other folders as they are read now."""
    golds = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    yield "pages", partial(cards, golds, [partial(read, (folder / gold["file"]).read_bytes()) for gold in golds])
    for kind in ("article", "full"):
        paths = [folder / f"copies/{gold['id']}.{kind}.txt" for gold in golds]
        yield f"{kind} copies", partial(cards, golds, [partial(copied, path) for path in paths])
    for other in others:
        paths = sorted(other.glob("*.htm*"))
        yield other.name, partial(cards, [*map(as_read, paths)], [partial(read, path.read_bytes()) for path in paths])


def main(folder: Path, *others: Path) -> None:
    names, readers = zip(*kinds(folder, others), strict=True)
    before = [reader() for reader in readers]
    print(f"| room | rule | {' | '.join(f'{name}: helped (sites) | hurt' for name in names)} |")
    print("| --- | --- |" + " ---: |" * 2 * len(names))
    for rule in rules():
        print(row(rule, [effect(rule, *each) for each in zip(readers, before, strict=True)]), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
