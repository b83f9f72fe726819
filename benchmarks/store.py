"""The image of a corpus against ripgrep over the same articles as JSON lines: `python benchmarks/store.py FILE.jsonl`.

Prints, a line each, build, memory, disk, additions, opening, rows, a column of many values, and for each word the first
60 headlines and the set of all hits. R is the time of `rg -c -F WORD FILE`, whole process, measured beside each; the
least of some.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median
from subprocess import DEVNULL, run

from zjreader.article import Article, Block, Moment, ReadAs, Record
from zjreader.corpus.building.build import append, rebuild, rewrite
from zjreader.corpus.image import Image
from zjreader.corpus.store import Corpus, search_key
from zjreader.library.journal import Journal
from zjreader.library.paths import find
from zjreader.query.language import Query
from zjreader.reader import Reader, local_now
from zjreader.text.clean import Clean

WORDS = ["中", "经济", "姚明", "习近平", "改革开放", "军平医药", "粤港澳大湾区"]
DRAWN = 300
ROUNDS = 5


def records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            yield record(json.loads(line), Clean(f"{path.name}:{number}"))


def record(row: dict[str, str], origin: Clean) -> Record:
    moment = datetime.fromisoformat(row["published"])
    article = Article(
        "full",
        Clean(row["title"]),
        section=Clean(row["section"]),
        publisher=Clean(row["source"]),
        authors=tuple(map(Clean, row["authors"])),
        published=Moment(Clean(row["published"]), "second", Clean(row["published"][:10])),
        url=Clean(row["url"]),
        tags=tuple(map(Clean, row["tags"])),
        blocks=tuple(Block("paragraph", Clean(line)) for line in row["body"].split("\n")),
        key=Clean(row["id"]),
    )
    identity = Clean("a" + sha256(row["url"].encode()).hexdigest()[:15])
    added = Clean("2026-11-23T08:00:00+08:00")
    return Record(article, (identity,), origin, added, ReadAs(Clean("utf-8"), assumed=False), int(moment.timestamp()))


def seconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least of some times, the first of which only warms up."""
    times = []
    for _round in range(rounds + 1):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times[1:] or times)


def told(what: str, figure: float, ratio: float, to: str) -> None:
    print(f"{what}\t{figure * 1000:.2f} ms\t{ratio:.3f} {to}")


def build(path: Path, folder: Path) -> None:
    parsed = seconds(lambda: sum(1 for line in path.open(encoding="utf-8") if json.loads(line)), 0)
    read = seconds(lambda: sum(1 for _each in records(path)), 0)
    built = seconds(lambda: rebuild(folder, records(path), 1), 0) - read
    told("build", built, built / parsed, "json.loads over the file")
    print(f"memory at most, Python and numpy included\t{getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    size = sum(each.stat().st_size for each in folder.iterdir())
    print(f"disk\t{size / 1e6:.1f} MB\t{size / path.stat().st_size:.2f} of the JSONL")
    ten = list(islice(records(path), 10))
    added = seconds(lambda: append(folder, ten, 1), 0)
    told("ten articles more", added, added / parsed, "json.loads over the file")
    replaced = seconds(lambda: rewrite(folder, {5: ten[0]}, [], 1), 0)
    told("one article replaced", replaced, replaced / parsed, "json.loads over the file")


def search(path: Path, reader: Reader, words: list[str], name: str) -> None:
    ratios = [ratios_of(path, reader, word) for word in words]
    if len(words) < DRAWN:
        for word, (first, whole) in zip(words, ratios, strict=True):
            share = len(reader.search(Query.literal([word])).hits) / len(reader.corpus)
            print(f"{word}, in {share:.3%}\tfirst 60\t{first:.4f} R\tall hits\t{whole:.4f} R")
    for what, ordered in zip(("first 60", "all hits"), map(sorted, zip(*ratios, strict=True)), strict=True):
        print(f"{name}: {what}\tmedian {median(ordered):.4f} R\tworst {ordered[-1]:.4f} R")


def ratios_of(path: Path, reader: Reader, word: str) -> tuple[float, float]:
    """The first 60 headlines and all hits, as shares of what ripgrep takes."""
    query = Query.literal([word])
    ripgrep = seconds(lambda: run(["rg", "-c", "-F", word, path], stdout=DEVNULL, check=False), 3)
    first = seconds(lambda: reader.window(reader.search(query), 0, 60))
    return first / ripgrep, seconds(lambda: reader.search(query).hits, 2) / ripgrep


def equal(image: Image, corpus: Corpus, words: list[str]) -> None:
    wrong = [word for word in words if image.holding(word, image.everything) != corpus.holding(word, corpus.everything)]
    print(f"{len(words)} words equal to a plain scan\t{not wrong}")


def drawn_from(keys: list[str], chance: Random) -> Iterator[str]:
    for key in keys:
        at = chance.randrange(len(key))
        yield key[at : at + chance.randint(1, 6)].split("\n")[0] or "中"


def main() -> None:
    path = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "image"
        build(path, place)
        rebuild(place, records(path), 1)
        print(f"open\t{seconds(lambda: Image.open(place)) * 1000:.2f} ms")
        image = Image.open(place)
        reader = Reader(image, Journal.open(find({"ZJREADER_HOME": folder}), local_now))
        print(f"the authors\t{seconds(lambda: image.column('author'), 0) * 1000:.2f} ms")
        chance, middle = Random(1), len(image) // 2  # noqa: S311
        rows = [chance.randrange(len(image)) for _row in range(5000)]
        middling = seconds(lambda: reader.window(reader.search(Query()), middle, middle + 60))
        print(f"60 headlines in the middle of all\t{middling * 1000:.2f} ms")
        print(f"5,000 outlines\t{seconds(lambda: [image.outline(row) for row in rows]) * 1000:.2f} ms")
        print(f"5,000 records\t{seconds(lambda: [image[row] for row in rows]) * 1000:.2f} ms")
        drawn = list(drawn_from([search_key(image[row]) for row in rows[:DRAWN]], chance))
        search(path, reader, WORDS, "named words")
        search(path, reader, drawn, f"{DRAWN} drawn words")
        if "--equal" in sys.argv:
            equal(image, Corpus([image[position] for position in image.everything]), WORDS + drawn)


if __name__ == "__main__":
    main()
