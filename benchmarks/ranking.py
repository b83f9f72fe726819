"""Where `about:` ranks what was looked for, beside plain BM25 in the same run: `python benchmarks/ranking.py DATA`.

DATA holds `retrieval_known_item` with the collections that it asks, and `qbqtc_relevance`. Printed is the mean of
1/rank among the first ten (MRR@10) for each kind of question, with bodies alone indexed and with titles too, and what
an answer costs. BM25 is over jieba's search words (k1 1.2, b .75), the question's words a set.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import log
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import jieba

from zjreader.article import Article, Block, ReadAs, Record
from zjreader.corpus.building.build import rebuild
from zjreader.corpus.image import Image
from zjreader.library.journal import Journal
from zjreader.library.paths import find
from zjreader.query.language import Query
from zjreader.reader import Reader, local_now
from zjreader.text.clean import Clean, clean, clean_line

KINDS = ("title", "keywords", "body_terms")
COLLECTIONS = {"xwlb": "xinwenlianbo", "chinanews": "chinanews_2020"}
FIRST = 10
K1, B = 1.2, 0.75


class Asked(NamedTuple):
    question: str
    right: frozenset[str]


class Item(NamedTuple):
    key: str
    title: str
    body: str


Ranking = Callable[[str], Sequence[str]]


class Rankings(NamedTuple):
    plain: Ranking
    ours: Ranking


def main() -> None:
    data = Path(sys.argv[1])
    print(f"{'collection':>12} {'indexed':>14} {'question':>10} {'BM25':>6} {'about:':>6} {'gain':>6} {'ms':>6}")
    for short, folder in COLLECTIONS.items():
        items = [item(row) for path in sorted((data / folder).glob("articles*.jsonl")) for row in rows(path)]
        for titled in (False, True):
            shown = [each if titled else each._replace(title="") for each in items]
            rankings = Rankings(bm25(shown), about(shown))
            for kind in KINDS:
                head = f"{short:>12} {'title and body' if titled else 'body':>14} {kind:>10}"
                print(head, compared(asked(data, short, kind), rankings))
    pairs = list(rows(data / "qbqtc_relevance" / "dev.jsonl"))
    titles = [Item(str(pair["id"]), pair["title"], "") for pair in pairs]
    head = f"{'qbqtc':>12} {'title':>14} {'query':>10}"
    print(head, compared(graded(pairs), Rankings(bm25(titles), about(titles))))


def compared(questions: Sequence[Asked], rankings: Rankings) -> str:
    baseline = mrr(questions, rankings.plain)
    start = perf_counter()
    found = mrr(questions, rankings.ours)
    cost = (perf_counter() - start) / len(questions) * 1000
    return f"{baseline:6.3f} {found:6.3f} {found - baseline:+6.3f} {cost:6.1f}"


def mrr(questions: Sequence[Asked], ranking: Ranking) -> float:
    return sum(reciprocal(ranking(each.question), each.right) for each in questions) / len(questions)


def reciprocal(found: Sequence[str], right: frozenset[str]) -> float:
    return next((1 / rank for rank, key in enumerate(found[:FIRST], 1) if key in right), 0.0)


def rows(path: Path) -> Iterable[dict[str, str]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def item(row: dict[str, str]) -> Item:
    return Item(str(row["id"]), row["title"], row["content"])


def asked(data: Path, short: str, kind: str) -> list[Asked]:
    folder = data / "retrieval_known_item"
    judged = (line.split() for line in (folder / f"{short}.qrels").read_text("utf-8").splitlines())
    right = {number: frozenset([key]) for number, _, key, *_ in judged}
    lines = (folder / f"{short}.{kind}.tsv").read_text("utf-8").splitlines()
    return [Asked(question, right[number]) for number, question in (line.split("\t") for line in lines)]


def graded(pairs: Iterable[dict[str, str]]) -> list[Asked]:
    """The questions of which some title was found to answer them at least in part."""
    right: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if int(pair["label"]) > 0:
            right[pair["query"]].add(str(pair["id"]))
    return [Asked(question, frozenset(keys)) for question, keys in right.items()]


def about(items: Sequence[Item]) -> Ranking:
    """Our own answer, through the door, from an image."""
    home = Path(tempfile.mkdtemp())
    rebuild(home, [record(each) for each in items], 1)
    reader = Reader(Image.open(home), Journal(find({"ZJREADER_HOME": str(home)}), local_now))

    def ranking(question: str) -> list[str]:
        query = Query.parse('about:"{}" limit:10'.format(question.replace('"', " ")))
        return [items[position].key for position in reader.search(query).best or ()]

    return ranking


def record(each: Item) -> Record:
    blocks = tuple(Block("paragraph", clean_line(line)) for line in clean(each.body).split("\n") if line.strip())
    article = Article("full" if blocks else "teaser", clean_line(each.title), blocks=blocks)
    added = Clean("2026-11-23T08:00:00+08:00")
    return Record(article, (Clean("a" + "0" * 15),), Clean("-"), added, ReadAs(Clean("utf-8"), assumed=False), 0)


def bm25(items: Sequence[Item]) -> Ranking:
    """The usual baseline."""
    jieba.setLogLevel(60)
    words = [Counter(jieba.cut_for_search(f"{each.title}\n{each.body}")) for each in items]
    usual = sum(map(Counter.total, words)) / len(words)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, word in chain.from_iterable(((number, word) for word in each) for number, each in enumerate(words)):
        holding[word].append(number)

    def ranking(question: str) -> list[str]:
        worth: dict[int, float] = defaultdict(float)
        for word in set(jieba.cut_for_search(question)):
            held = holding.get(word, [])
            rarity = log(1 + (len(words) - len(held) + 0.5) / (len(held) + 0.5))
            for number in held:
                times, length = words[number][word], words[number].total()
                worth[number] += rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * length / usual))
        best = sorted(worth, key=lambda number: (-worth[number], number))[:FIRST]
        return [items[number].key for number in best]

    return ranking


if __name__ == "__main__":
    main()
