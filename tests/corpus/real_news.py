"""Real news as records, read where they lie."""

import json
from pathlib import Path

from zjreader.article import Article, Block, ReadAs, Record
from zjreader.text.clean import Clean, clean, clean_line

MOST = 10_000


def broadcasts(news_data: Path) -> list[Record]:
    """Items of the evening news, as many as a test has time for."""
    paths = sorted((news_data / "xinwenlianbo").glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text("utf-8-sig").split("\n") if line]
    return [_record(at, json.loads(line)) for at, line in enumerate(lines[:MOST])]


def _record(at: int, row: dict[str, str]) -> Record:
    blocks = tuple(Block("paragraph", Clean(line)) for line in clean(row["content"]).split("\n"))
    article = Article("full", clean_line(row["title"]), blocks=blocks)
    ids = (Clean(f"c{at:015x}"),)
    return Record(article, ids, Clean("a.jsonl"), Clean("2026-11-23"), ReadAs(Clean("utf-8"), assumed=False), -at)
