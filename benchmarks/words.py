"""Characters a second that are cut into words, beside jieba on the same lines in the same run, and whether they agree.

    python benchmarks/words.py [FILE ...]

Each FILE is read as UTF-8 text, a line at a time; without any, lines made here are taken. A file with a gold standard
beside it (X_test.utf8, X_test_gold.utf8, as SIGHAN's bakeoff has them) is also scored: F1 over words. The two take
turns, best of five rounds each; `plain` is the bare dictionary, `news` has our list of news words on both sides.
"""

import sys
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from time import perf_counter

from zjreader.text.fold import fold, squeeze
from zjreader.text.words import Listed, Segmenter, by_jieba, by_rjieba, news_words

ROUNDS = 5
TARGET = 10.0
LINE = (
    "记者从市统计局获悉，前三季度全市生产总值318758.4亿元，同比增长5.2%，新质生产力加快形成，低空物流航线新开12条。"
    "雄安新区与粤港澳大湾区的Wi-Fi覆盖率分别达到97%和98.5%，预计年底前还将有三座图书馆向市民开放。"
)


def main() -> None:
    texts = [line for name in sys.argv[1:] for line in Path(name).read_text("utf-8").splitlines()]
    lines = [squeeze(fold(text)) for text in texts or [LINE] * 2_000]
    print(f"{sum(map(len, lines)):,} characters, {len(lines):,} lines; target {TARGET:.0f} times jieba")
    print(f"{'words':>6} {'zjreader/s':>12} {'jieba/s':>12} {'ratio':>6} {'alike':>8}")
    for name, words in (("plain", ()), ("news", tuple(news_words()))):
        compare(name, words, lines)
    for path in map(Path, sys.argv[1:]):
        gold = path.with_stem(f"{path.stem}_gold")
        if gold.exists():
            print(f"{path.name}: F1 {f1(by_rjieba(tuple(news_words())), gold.read_text('utf-8').splitlines()):.3f}")


def compare(name: str, words: Iterable[Listed], lines: list[str]) -> None:
    ours, theirs = by_rjieba(words), by_jieba(words)
    rounds = [(seconds(ours, lines), seconds(theirs, lines)) for _ in range(ROUNDS)]
    fast, slow = (min(times) for times in zip(*rounds, strict=True))
    alike = sum(list(ours(line)) == list(theirs(line)) for line in lines) / len(lines)
    signs = sum(map(len, lines))
    print(f"{name:>6} {signs / fast:12,.0f} {signs / slow:12,.0f} {slow / fast:6.1f} {alike:8.2%}")


def f1(cut: Segmenter, gold: Iterable[str]) -> float:
    """The share of words, as places in their line, that are the gold standard's, precision and recall together."""
    right = ours = theirs = 0
    for line in gold:
        wanted = places(fold(line).split())
        found = places(cut("".join(fold(line).split())))
        right += len(wanted & found)
        ours += len(found)
        theirs += len(wanted)
    return 2 * right / (ours + theirs)


def places(words: Iterable[str]) -> set[tuple[int, int]]:
    stops = list(accumulate(map(len, words)))
    return set(zip([0, *stops], stops, strict=False))


def seconds(cut: Segmenter, lines: list[str]) -> float:
    start = perf_counter()
    for line in lines:
        cut(line)
    return perf_counter() - start


if __name__ == "__main__":
    main()
