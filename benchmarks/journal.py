"""How long the journal takes: one mark, 100,000 marks at once, and 100,000 marks read back, each on its own line."""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import READ, Marks
from zjreader.library.paths import find
from zjreader.text.clean import Clean

MANY = 100_000


def took(what: str, act: Callable[[], object]) -> None:
    start = time.perf_counter()
    act()
    print(f"{what}\t{(time.perf_counter() - start) * 1000:.1f} ms")


def entry(*numbers: int) -> Entry:
    return Entry(READ, True, tuple(Clean(f"a{number:015x}") for number in numbers))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = find({"ZJREADER_HOME": folder})

        def opened() -> Journal:
            return Journal.open(paths, lambda: datetime.now(UTC))

        journal = opened()
        journal.append([entry(0)])
        took("one mark", lambda: journal.append([entry(1)]))
        took(f"{MANY} marks in one batch", lambda: journal.append([entry(*range(MANY))]))
        took(f"open and replay {MANY} marks in one batch", lambda: Marks().plus(opened().records))
        took(f"{MANY} marks, a line each", lambda: journal.append([entry(number) for number in range(MANY)]))
        took(f"open and replay {2 * MANY} marks, half of them a line each", lambda: Marks().plus(opened().records))
        marks = Marks().plus(journal.records)
        took("one mark more on the snapshot", lambda: marks.plus(journal.records[-1:]))


if __name__ == "__main__":
    main()
