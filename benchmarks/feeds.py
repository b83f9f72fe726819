"""What feeds come to, folder by folder, and what an entry costs beside feedparser alone.

    python benchmarks/feeds.py [FOLDER ...]

Each folder is gone through with all below it; a file that is no feed is counted and passed over. `dated`, `linked` and
`full` are shares of the entries, `ms` the median of a feed. The feed at the end is made here; best of five rounds.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from zjreader.article import Article
from zjreader.parse import feed, feed_text, xml_feed
from zjreader.parse.asked import UNTOLD

ROUNDS = 5
ENTRIES = 1_000
PARAGRAPH = "记者从市统计局获悉，前三季度全市生产总值同比增长百分之五点二，城南老桥加固工程提前完工，今起恢复通行。"


def main() -> None:
    print(f"{'folder':>20} {'files':>6} {'feeds':>6} {'entries':>8} {'dated':>6} {'linked':>7} {'full':>6} {'ms':>6}")
    for folder in map(Path, sys.argv[1:]):
        count(folder.name, [path for path in sorted(folder.rglob("*")) if path.is_file()])
    data = made(ENTRIES)
    found = feed_text.feed_text(data, UNTOLD)
    text = found.text if found else ""
    whole, alone = best(lambda: feed.read(data, UNTOLD)), best(lambda: xml_feed.read(text))
    print(f"{ENTRIES:,} entries with their texts: {whole:.2f} s, of which feedparser {alone:.2f} s")


def count(name: str, files: Sequence[Path]) -> None:
    times, articles = list[float](), list[Article]()
    for data in map(Path.read_bytes, files):
        if feed.looks_like(data):
            start = perf_counter()
            articles += feed.read(data, UNTOLD).articles
            times.append(perf_counter() - start)
    dated = sum(each.published is not None for each in articles) / max(1, len(articles))
    linked = sum(each.url is not None for each in articles) / max(1, len(articles))
    full = sum(each.kind == "full" for each in articles) / max(1, len(articles))
    print(
        f"{name:>20} {len(files):6,} {len(times):6,} {len(articles):8,} {dated:6.0%} {linked:7.0%} {full:6.0%}"
        f" {1000 * median(times or [0]):6.1f}"
    )


def made(entries: int) -> bytes:
    paragraphs = f"&lt;p&gt;{PARAGRAPH}&lt;/p&gt;" * 4
    items = (
        f"<item><title>城南老桥第{number}次检修</title><link>https://news.example.com/{number}</link>"
        f"<pubDate>Thu, 05 Mar 2026 10:20:00 +0800</pubDate><description>{paragraphs}</description></item>"
        for number in range(entries)
    )
    return f'<rss version="2.0"><channel><title>城建新闻</title>{"".join(items)}</channel></rss>'.encode()


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
