"""A library's articles answer through its image, whatever came, changed or went since it was written."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from tests.documents import NOW, document, table
from zjreader.article import Document, Record, SourceSettings
from zjreader.corpus.image import Image
from zjreader.holdings import holdings
from zjreader.keeping import Given, Keeper
from zjreader.library.change import counter
from zjreader.library.durable import lock
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.marks import READ, STARRED, Action
from zjreader.library.paths import Paths, under
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.upkeep import bring_up

MARK_READ = Action(READ, value=True)
SOURCE = Clean("/news/wells.jsonl")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return under(tmp_path)


def keep(paths: Paths, *documents: Document, address: Clean = SOURCE) -> list[Record]:
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    given = Given(address, SourceSettings(), documents)
    return [record for kept in keeper.keep(given) for record in kept.records]


def wells(numbers: Iterable[int], body: str = "水从井里打上来，清得照见人影。") -> Document:
    rows = [{"id": number, "title": f"第{number}号井今日出水", "content": f"{number}：{body}"} for number in numbers]
    return table("wells.jsonl", *rows)


def shown(paths: Paths) -> Sequence[str]:
    """Titles and texts as the image has them, and nothing else."""
    bring_up(paths)
    image = Image.open(paths.image)
    return [f"{image[p].article.title} {image[p].article.body}" for p in image.everything]


def kept(paths: Paths) -> Sequence[str]:
    """The same as the library has them."""
    with Library.reading(paths) as library:
        return [f"{r.article.title} {r.article.body}" for _position, r in library.since(0) if r]


def test_where_there_is_no_library_there_is_nothing_and_none_is_made(paths: Paths) -> None:
    assert len(holdings(paths)) == 0
    assert not paths.library.exists()


def test_what_was_added_is_found_through_the_image(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    found = holdings(paths)
    assert isinstance(found, Image)
    assert [found[p].article.title for p in found.everything] == [f"第{n}号井今日出水" for n in range(5)]


def test_an_image_that_is_up_to_date_is_opened_as_it_is(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    first, second = holdings(paths), holdings(paths)
    assert first.generation == second.generation


def test_what_came_later_is_appended_what_changed_is_changed(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    assert shown(paths) == kept(paths)
    keep(paths, wells([2], "水位今天又降了半尺。"))
    keep(paths, wells(range(5, 9)), address=Clean("/news/more.jsonl"))
    assert shown(paths) == kept(paths)
    assert any("半尺" in text for text in shown(paths))


def test_what_was_purged_is_found_no_more(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    keep(paths, wells(range(10, 13), "另一处的井。"), address=Clean("/news/more.jsonl"))
    shown(paths)
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    keeper.remove(SOURCE)
    assert keeper.purge(SOURCE) == 5
    assert shown(paths) == kept(paths)
    assert len(holdings(paths)) == 3


def test_what_was_purged_before_any_image_was_written_leaves_a_gap(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    keep(paths, wells(range(10, 13), "另一处的井。"), address=Clean("/news/more.jsonl"))
    Keeper(paths, Journal.open(paths, lambda: NOW)).purge(SOURCE)
    assert shown(paths) == kept(paths)


def test_what_was_purged_before_any_image_was_written_stands_in_no_order(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    keep(paths, wells(range(10, 13), "另一处的井。"), address=Clean("/news/more.jsonl"))
    Keeper(paths, Journal.open(paths, lambda: NOW)).purge(SOURCE)
    found = holdings(paths)
    assert [found[p].article.title for p in found.window(found.everything, "title", 0, 9)] == [
        "第10号井今日出水",
        "第11号井今日出水",
        "第12号井今日出水",
    ]


def test_a_source_that_is_only_told_something_else_moves_the_image_along(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    holdings(paths)
    Keeper(paths, Journal.open(paths, lambda: NOW)).remove(SOURCE)
    found = holdings(paths)
    assert isinstance(found, Image)
    assert (found.counter, len(found)) == (counter(paths.library), 5)


@pytest.mark.parametrize("damage", [b"", b"0", b"00000000 []\n"], ids=["empty", "cut", "of another form"])
def test_an_image_that_cannot_be_read_is_built_again(paths: Paths, damage: bytes) -> None:
    keep(paths, wells(range(5)))
    holdings(paths)
    (paths.image / "manifest").write_bytes(damage)
    assert isinstance(holdings(paths), Image)
    assert shown(paths) == kept(paths)


def test_while_another_writes_the_image_answers_as_it_is(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    holdings(paths)
    keep(paths, wells(range(5, 9)))
    with lock(paths.library.with_name("library.lock"), 0):
        assert len(holdings(paths)) == 5
    assert len(holdings(paths)) == 9


def test_while_another_writes_and_there_is_no_image_the_library_itself_answers(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    with lock(paths.library.with_name("library.lock"), 0):
        found = holdings(paths)
        assert (len(found), isinstance(found, Image)) == (5, False)


def test_many_changes_build_the_image_again(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    shown(paths)
    keep(paths, wells(range(5), "水位今天又降了半尺。"))
    bring_up(paths, most_rewritten=2)
    assert shown(paths) == kept(paths)


def test_a_reader_on_a_home_reads_its_library(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    reader = Reader.open(paths, now=lambda: NOW)
    assert len(reader.corpus) == 5
    assert (
        len(
            Reader.open(paths, [document("news.txt", "一条消息\n\n这里是它的正文，说了一件事。\n")], lambda: NOW).corpus
        )
        == 1
    )


def test_the_next_reader_knows_what_was_read_without_reading_the_marks(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    reader = Reader.open(paths, now=lambda: NOW)
    reader.mark(MARK_READ, [1, 3])
    reader.keep_states()
    again = Reader.open(paths, now=lambda: NOW)
    again.take_up()
    assert list(again.states.read) == [1, 3]
    assert again.journal.records == []
    again.mark(MARK_READ, [2])
    assert list(again.states.read) == [1, 2, 3]
    assert list(Reader.open(paths, now=lambda: NOW).states.read) == [1, 2, 3]


def more_wells(paths: Paths) -> None:
    keep(paths, wells(range(5, 9)))


def other_texts(paths: Paths) -> None:
    keep(paths, wells([1, 3], "水位今天又降了半尺。"))


def another_title(paths: Paths) -> None:
    rows = [{"id": 1, "title": "井台边种上了一排柳树", "content": "1：水从井里打上来，清得照见人影。"}]
    keep(paths, table("wells.jsonl", *rows))


def purged(paths: Paths) -> None:
    keep(paths, wells(range(20, 25)), address=Clean("/news/more.jsonl"))
    Keeper(paths, Journal.open(paths, lambda: NOW)).purge(SOURCE)


def read_on_arrival(paths: Paths) -> None:
    keeper = Keeper(paths, Journal.open(paths, lambda: NOW))
    for _kept in keeper.keep(Given(SOURCE, SourceSettings(archive=True), [wells(range(30, 33))])):
        pass


@pytest.mark.parametrize("happens", [more_wells, other_texts, another_title, purged, read_on_arrival])
@pytest.mark.parametrize("knowing", [True, False], ids=["who has read the marks", "who has not"])
def test_a_reader_that_has_grown_knows_what_one_opened_anew_does(
    paths: Paths, happens: Callable[[Paths], None], *, knowing: bool
) -> None:
    keep(paths, wells(range(5)))
    reader = Reader.open(paths, now=lambda: NOW)
    for action, positions in ((MARK_READ, [0, 1, 3]), (Action(STARRED, value=True), [2, 3])):
        reader.mark(action, positions)
    reader.keep_states()
    reader = reader if knowing else Reader.open(paths, now=lambda: NOW)
    happens(paths)
    grown = reader.grown(holdings(paths))
    assert grown.states == Reader.open(paths, now=lambda: NOW).states
    grown.mark(MARK_READ, [max(grown.corpus.everything)])
    grown.keep_states()
    assert grown.states == Reader.open(paths, now=lambda: NOW).states


def test_what_another_device_marked_meanwhile_is_known(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    here, there = (Reader.open(paths, now=lambda: NOW) for _each in range(2))
    here.mark(MARK_READ, [1])
    there.mark(MARK_READ, [2])
    here.keep_states()
    assert list(Reader.open(paths, now=lambda: NOW).states.read) == [1, 2]


def test_what_is_wrong_with_the_marks_is_known_when_the_library_is_opened(paths: Paths) -> None:
    keep(paths, wells(range(5)))
    Reader.open(paths, now=lambda: NOW).mark(MARK_READ, [1])
    [journal] = paths.state.glob("*.jsonl")
    journal.write_bytes(journal.read_bytes() + b"00000000 {}\n" + journal.read_bytes().splitlines(keepends=True)[-1])
    for _again in range(2):
        assert Reader.open(paths, now=lambda: NOW).problems != ()
