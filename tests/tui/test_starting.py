"""The way to the first list: nothing is painted before it, what it does not need comes later, and rest is used."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, at_once, press, reader_on, settle
from zjreader.corpus.columns import Field
from zjreader.corpus.store import Corpus
from zjreader.messages import _
from zjreader.query.timeline import Timeline
from zjreader.reader import Reader
from zjreader.text.words import Segmenter
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.facets import Facet
from zjreader.tui.panes import reached


class Slow(Corpus):
    """A corpus whose columns come in pieces."""

    def gathered(self, *fields: Field) -> Iterator[None]:
        yield from (None for _field in fields)


class Heard(Reader):
    """A reader that tells whether its words were loaded."""

    loaded = False

    @property
    def segments(self) -> Segmenter:
        def cut(text: str) -> list[str]:
            self.loaded = True
            return [text]

        return cut


def slow_reader(home: Path) -> Reader:
    reader = reader_on(home)
    return Reader(Slow([reader.corpus[position] for position in reader.corpus.everything]), reader.journal)


async def counted(reader: Reader, authors: int) -> tuple[Timeline, tuple[Facet, ...]]:
    """Timeline and counts, once there are as many authors."""
    app = ZjreaderApp(at_once(reader))
    async with app.run_test(size=(120, 36)) as pilot:
        pane = app.browse.filter_pane
        while sum(len(facet.counts) for facet in pane.counts.facets if facet.name == _("author")) < authors:
            await pilot.pause()
        return pane.time_bars.timeline, pane.counts.facets


async def test_what_is_painted_first_has_the_list_and_is_told_of_once(tmp_path: Path) -> None:
    frames: list[list[str]] = []
    reader = reader_on(tmp_path)
    app = ZjreaderApp(at_once(reader), listed=lambda: frames.append(frame(app.browse)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "企", "enter")
        (first,) = frames
        assert any(NEWS[0].title[:6] in line for line in first)


async def test_columns_that_come_in_pieces_are_counted_in_the_end(tmp_path: Path) -> None:
    reader = reader_on(tmp_path)
    authors = len(reader.corpus.column("author").values)
    assert await counted(slow_reader(tmp_path), authors) == await counted(reader, authors)


async def test_who_rests_for_a_while_has_the_words_loaded(tmp_path: Path) -> None:
    reader = Heard(reader_on(tmp_path).corpus, reader_on(tmp_path).journal)
    app = ZjreaderApp(at_once(reader, words_after=0.001))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        while not reader.loaded:
            await pilot.pause()


@pytest.mark.parametrize(
    ("room", "name"),
    [(0, "-one"), (79, "-one"), (80, "-two"), (119, "-two"), (120, "-three"), (400, "-three")],
)
def test_the_widest_breakpoint_that_the_room_reaches_counts(room: int, name: str) -> None:
    assert reached([(80, "-two"), (0, "-one"), (120, "-three")], room) == name
