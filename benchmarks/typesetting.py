"""Characters a second that are set into lines, beside rich's wrapping of the same text in the same run.

    python benchmarks/typesetting.py [FILE ...]

Each FILE is read as UTF-8 text, a line a paragraph; without any, a text made here is taken. Best of three passes.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.text import Text

from zjreader.article import Block
from zjreader.text.clean import clean_line
from zjreader.text.typeset import set_block

PASSES = 3
TARGET = 300_000
PARAGRAPH = (
    "市统计局今日公布，前三季度全市生产总值318,758.4亿元，同比增长5.2%，其中《数字经济发展规划》确定的“十大工程”"
    "完成投资约1.3万亿元——较上年多出0.3个百分点；GPT-5.1等模型已在https://example.org/news/2026?id=1上开放试用。"
)


def main() -> None:
    lines = [line for name in sys.argv[1:] for line in Path(name).read_text("utf-8").splitlines()]
    blocks = [Block("paragraph", clean_line(line)) for line in lines or [PARAGRAPH] * 2_000]
    print(f"{sum(len(block.text) for block in blocks):,} characters, {len(blocks):,} paragraphs; target {TARGET:,}/s")
    print(f"{'cells':>5} {'zjreader/s':>12} {'rich/s':>12} {'ratio':>6}")
    for measure in (40, 60, 80):
        ours, theirs = speed(blocks, measure, set_ours), speed(blocks, measure, set_by_rich)
        print(f"{measure:5} {ours:12,.0f} {theirs:12,.0f} {ours / theirs:6.1f}")


def speed(blocks: list[Block], measure: int, setter: Callable[[list[Block], int], None]) -> float:
    times = []
    for _ in range(PASSES):
        start = perf_counter()
        setter(blocks, measure)
        times.append(perf_counter() - start)
    return sum(len(block.text) for block in blocks) / min(times)


def set_ours(blocks: list[Block], measure: int) -> None:
    for block in blocks:
        set_block(block, measure)


def set_by_rich(blocks: list[Block], measure: int) -> None:
    console = Console(width=measure)
    for block in blocks:
        Text(block.text).wrap(console, measure)


if __name__ == "__main__":
    main()
