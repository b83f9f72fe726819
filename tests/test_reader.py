"""The door: what both the screen and the command line get when they search, read, mark and take back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from zjreader.article import UNTOUCHED, Article, Document, Problem, ReadAs, State
from zjreader.article import Record as ArticleRecord
from zjreader.corpus.entries import OPENING
from zjreader.corpus.store import Corpus
from zjreader.errors import MissingError, UnsavedError, UsageError
from zjreader.library.journal import Journal
from zjreader.library.marks import LABEL, READ, STARRED, Action
from zjreader.library.paths import Paths, find
from zjreader.query.language import Query
from zjreader.reader import Marked, Reader, stream
from zjreader.text.clean import Clean

NEWS = """\
{"title": "城南老桥恢复通行", "content": "加固用了三个月。", "date": "2026-04-10", "url": "https://example.com/1"}
{"title": "市图书馆延长开放", "content": "晚上九点关门。", "date": "2026-04-12", "url": "https://example.com/2"}
{"title": "早市搬进新棚", "summary": "摊位多了一倍……", "date": "2026-04-11", "url": "https://example.com/3"}"""
BRIDGE, LIBRARY, MARKET = 0, 1, 2
MARK_READ, MARK_UNREAD = Action(READ, value=True), Action(READ, value=False)
STAR = Action(STARRED, value=True)
HERE = Clean("d00000000001")


class Clock:
    """A minute later at each look."""

    def __init__(self) -> None:
        self._minutes = count()

    def __call__(self) -> datetime:
        return datetime(2026, 4, 12, 8, tzinfo=UTC) + timedelta(minutes=next(self._minutes))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find({"ZJREADER_HOME": str(tmp_path / "home")})


@pytest.fixture
def clock() -> Clock:
    return Clock()


def table(data: str, name: str = "news.jsonl") -> Document:
    return Document(Clean(name), Clean(name), partial(BytesIO, data.encode()), None, name)


def opened(paths: Paths, clock: Clock, data: str = NEWS) -> Reader:
    return Reader.open(paths, [table(data)], clock)


@pytest.fixture
def reader(paths: Paths, clock: Clock) -> Reader:
    return opened(paths, clock)


def kept(*ids: Clean) -> ArticleRecord:
    """A record of which nothing matters but its ids."""
    return ArticleRecord(Article("teaser", ids[0]), ids, HERE, HERE, ReadAs(HERE, assumed=False), standing=0)


def found(reader: Reader, query: str) -> list[int]:
    return list(reader.search(Query.parse(query)).hits)


def test_a_search_gives_what_the_query_hits(reader: Reader) -> None:
    results = reader.search(Query.parse("城南 -图书馆"))
    assert list(results.hits) == [BRIDGE]
    assert (results.query, results.settled) == (Query.parse("城南 -图书馆"), True)


def test_a_window_shows_headlines_newest_first_and_in_other_orders(reader: Reader) -> None:
    results = reader.search(Query())
    assert [line.position for line in reader.window(results, 0, 60)] == [LIBRARY, MARKET, BRIDGE]
    assert [line.position for line in reader.window(results, 1, 2)] == [MARKET]
    assert [line.position for line in reader.window(results, 0, 60, "none")] == [BRIDGE, LIBRARY, MARKET]
    assert [line.position for line in reader.window(results, 0, 1, "none", reverse=True)] == [MARKET]


def test_a_headline_is_a_row_with_the_opening_of_its_text(reader: Reader) -> None:
    record, line = reader.corpus[BRIDGE], reader.headline(BRIDGE)
    assert (line.id, line.title, line.kind, line.published) == (
        record.ids[0],
        "城南老桥恢复通行",
        "full",
        record.article.published,
    )
    assert (line.opening, line.state) == ("加固用了三个月。", UNTOUCHED)
    assert reader.headline(MARKET).opening == "摊位多了一倍……"


def test_an_opening_has_an_end_and_may_be_missing(paths: Paths, clock: Clock) -> None:
    rows = f'{{"title": "长", "content": "{"字" * 2 * OPENING}"}}\n{{"title": "短"}}'
    reader = opened(paths, clock, rows)
    assert [reader.headline(at).opening for at in (0, 1)] == ["字" * OPENING, ""]


def test_what_was_read_lately_stands_in_the_order_of_reading(reader: Reader) -> None:
    assert not reader.orders.lately
    for position in (MARKET, BRIDGE, LIBRARY):
        reader.mark(MARK_READ, [position])
    reader.mark(MARK_UNREAD, [BRIDGE])
    assert reader.orders.lately == (LIBRARY, MARKET)


def test_states_are_made_once_and_anew_after_a_mark(reader: Reader) -> None:
    before = reader.states
    assert reader.states is before
    reader.mark(MARK_READ, [BRIDGE])
    assert list(reader.states.read) == [BRIDGE]


def test_the_reader_knows_the_time(reader: Reader) -> None:
    assert reader.now() < reader.now()


def test_an_article_is_read_by_its_id_or_the_beginning_of_it(reader: Reader) -> None:
    for position in (BRIDGE, LIBRARY, MARKET):
        identity = reader.corpus[position].ids[0]
        assert reader.read(identity) == reader.read(identity[:10]) == position


def test_an_id_that_nothing_bears_names_no_article(reader: Reader) -> None:
    for identity in ("0" * 16, "", reader.corpus[BRIDGE].ids[0][:3]):
        with pytest.raises(MissingError):
            reader.read(identity)


def test_the_beginning_of_several_ids_names_none_of_them(paths: Paths, clock: Clock) -> None:
    rows = "\n".join(
        f'{{"schema": "zjreader/1", "id": "abcd00000000000{at}", "title": "第{at}条", "body": "字"}}' for at in (1, 2)
    )
    reader = opened(paths, clock, rows)
    with pytest.raises(UsageError):
        reader.read("abcd")
    assert reader.read("abcd000000000002") == 1


def test_a_mark_is_seen_at_once_and_at_the_next_start(reader: Reader, paths: Paths, clock: Clock) -> None:
    marked = reader.mark(MARK_READ, [BRIDGE, MARKET])
    assert marked.changed == 2
    for each in (reader, opened(paths, clock)):
        assert found(each, "is:read") == [BRIDGE, MARKET]
        assert found(each, "is:unread") == [LIBRARY]
        assert each.headline(BRIDGE).state == State(read=True)


def test_what_is_so_already_is_not_marked_again(reader: Reader) -> None:
    reader.mark(STAR, [BRIDGE])
    assert reader.planned(STAR, [BRIDGE]) == ()
    assert reader.mark(STAR, [BRIDGE]) == Marked(0)
    assert reader.mark(STAR, [BRIDGE, LIBRARY]).changed == 1
    assert found(reader, "is:starred") == [BRIDGE, LIBRARY]


def test_a_read_mark_does_not_count_for_an_article_that_became_another(reader: Reader) -> None:
    reader.mark(MARK_READ, [BRIDGE])
    record = reader.corpus[BRIDGE]
    later = int(reader.now().timestamp() * 1000)
    assert reader.state(BRIDGE).read
    another = Reader(Corpus([record._replace(changed_at=later)]), reader.journal)
    assert not another.state(0).read


def test_a_label_is_part_of_the_state(reader: Reader) -> None:
    reader.mark(Action(LABEL, value=True, name=Clean("选题")), [MARKET])
    assert reader.state(MARKET) == State(labels=(Clean("选题"),))


def test_a_changed_article_is_found_by_its_state(paths: Paths, clock: Clock) -> None:
    changed = NEWS.splitlines()[0].replace("三个月", "四个月")
    reader = Reader.open(paths, [table(NEWS), table(changed, "later.jsonl")], clock)
    assert found(reader, "is:changed") == [BRIDGE]
    assert found(reader, "is:teaser") == [MARKET]


def test_undo_takes_back_the_newest_act_and_ends(reader: Reader) -> None:
    assert reader.undo() is None
    reader.mark(MARK_READ, [BRIDGE])
    reader.mark(STAR, [BRIDGE, LIBRARY])
    undone = reader.undo()
    assert undone is not None
    assert undone.actions == ((STAR, 2),)
    assert found(reader, "is:starred") == []
    assert found(reader, "is:read") == [BRIDGE]
    assert reader.undo() is not None
    assert found(reader, "is:read") == []
    assert reader.undo() is None


def test_undo_takes_this_sessions_acts_first_then_earlier_ones_on_the_device(paths: Paths, clock: Clock) -> None:
    earlier, own = opened(paths, clock), opened(paths, clock)
    earlier.mark(MARK_READ, [BRIDGE])
    own.mark(STAR, [LIBRARY])
    earlier.mark(MARK_READ, [MARKET])
    reader = Reader(own.corpus, own.journal)
    reader.journal.refresh()
    reader = Reader(own.corpus, own.journal)
    taken = [act.actions for act in iter(reader.undo, None)]
    assert taken == [((STAR, 1),), ((MARK_READ, 1),), ((MARK_READ, 1),)]
    assert found(reader, "is:read") == found(reader, "is:starred") == []


def test_a_mark_that_cannot_be_saved_is_said_shown_and_saved_later(reader: Reader, paths: Paths, clock: Clock) -> None:
    paths.state.parent.mkdir(parents=True)
    paths.state.write_text("a file where the folder belongs")
    for position in (BRIDGE, LIBRARY):
        with pytest.raises(UnsavedError):
            reader.mark(MARK_READ, [position])
    assert found(reader, "is:read") == [BRIDGE, LIBRARY]
    paths.state.unlink()
    reader.mark(STAR, [MARKET])
    for each in (reader, opened(paths, clock)):
        assert found(each, "is:read") == [BRIDGE, LIBRARY]
        assert found(each, "is:starred") == [MARKET]


def test_a_reader_beside_another_reads_other_documents_with_the_same_marks(reader: Reader) -> None:
    reader.mark(STAR, [BRIDGE])
    beside = reader.beside([table(NEWS.splitlines()[0], "pasted"), Problem(Clean("无"), Clean("no such file"))])
    assert (len(beside.corpus), beside.headline(0).state.starred) == (1, True)
    assert [problem.about for problem in beside.problems] == ["无"]
    beside.mark(MARK_READ, [0])
    assert not reader.headline(BRIDGE).state.read
    reader.take_up()
    assert reader.headline(BRIDGE).state == State(read=True, starred=True)
    assert found(reader, "is:read") == [BRIDGE]


def test_a_reader_beside_another_sees_marks_that_wait_to_be_saved(reader: Reader, paths: Paths) -> None:
    paths.local.parent.mkdir(parents=True, exist_ok=True)
    paths.local.write_text("a file where the folder should be")
    with pytest.raises(UnsavedError):
        reader.mark(STAR, [BRIDGE])
    assert reader.beside([table(NEWS)]).headline(BRIDGE).state.starred


def test_problems_of_the_input_and_of_the_journals_are_kept(paths: Paths, clock: Clock) -> None:
    paths.state.mkdir(parents=True)
    (paths.state / "b00000000000.jsonl").write_text("no journal at all\n")
    reader = Reader.open(paths, [table(NEWS + "\n{broken"), Problem(Clean("无"), Clean("no such file"))], clock)
    assert [Path(problem.about).name for problem in reader.problems] == ["b00000000000.jsonl", "news.jsonl", "无"]
    assert not any(problem.unreadable for problem in reader.problems)


def test_a_reader_on_a_ready_corpus_has_no_problems(paths: Paths, clock: Clock) -> None:
    reader = Reader(Corpus.empty(), Journal.open(paths, clock))
    assert (reader.problems, found(reader, "")) == ((), [])


def test_a_stream_gives_each_document_before_the_next_is_read(paths: Paths, clock: Clock, reader: Reader) -> None:
    reader.mark(MARK_READ, [BRIDGE])
    asked: list[str] = []

    def documents() -> Iterator[Document | Problem]:
        for name, data in (("1.jsonl", NEWS), ("2.jsonl", NEWS.splitlines()[0]), ("3.jsonl", '{"title": "又一条"}')):
            asked.append(name)
            yield table(data, name)
        yield Problem(Clean("无"), Clean("no such file"))

    came = stream(documents(), Query.parse("-图书馆"), paths, clock)
    first = next(came)
    assert isinstance(first, tuple)
    assert asked == ["1.jsonl"]
    lines = [each for each in (first, *came) if not isinstance(each, Problem)]
    titles = [(record.article.title, state.read) for record, state in lines]
    assert titles == [("城南老桥恢复通行", True), ("早市搬进新棚", False), ("又一条", False)]
    assert asked == ["1.jsonl", "2.jsonl", "3.jsonl"]


def test_a_home_is_all_that_a_program_has_to_name(tmp_path: Path) -> None:
    reader = Reader.open(tmp_path)
    assert reader.window(reader.search(Query.parse("经济")), 0, 60) == ()
