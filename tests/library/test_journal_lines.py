"""A line of the journal: written, read, spoilt, or from a later version."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from zjreader.library.compaction import good_lines
from zjreader.library.journal_lines import Entry, Record, Unread, closing, encode, header, parse, split
from zjreader.library.marks import READ, STARRED
from zjreader.text.clean import Clean

ONE, TWO = Clean("a000000000000001"), Clean("a000000000000002")


def read(*ids: Clean, value: bool = True) -> list[Entry]:
    return [Entry(READ, value, ids)]


def test_the_pieces_of_a_line_that_make_no_record_are_carried() -> None:
    good = encode(Record(5, 0, Clean("d"), Clean("b"), 1, 1, Clean("s"), READ, True, (ONE,), Clean("n")))
    text = good[9:-1].decode()
    changes = [
        ('"at":[5,0]', '"at":[-5,0]'),
        ('"at":[5,0]', '"at":[5.5,0]'),
        ('"line":[1,1]', '"line":[2,1]'),
        ("true", "{}"),
        ('"d"', '"\\u001b"'),
    ]
    changes += [
        ('["a000000000000001"]', "[7]"),
        ('["a000000000000001"]', '{"x":1}'),
        ('"ids"', '"ib"'),
        ('"at":[5,0]', '"at":5'),
    ]
    for old, new in changes:
        other = text.replace(old, new).encode()
        assert parse(b"%08x %s" % (crc32(other), other)) is Unread.CARRIED, (old, new)
    for other in (b"[1]", b"\xff", b"[" * 100_000, b'{"format":"zjreader-journal","version":"x"}'):
        assert parse(b"%08x %s" % (crc32(other), other)) is Unread.CARRIED
    assert [each.line for each in good_lines(good + header())] == [good[:-1]]


@given(st.lists(st.integers(0, 10**15), max_size=1_200, unique=True))
def test_splitting_keeps_every_id_in_order(numbers: list[int]) -> None:
    ids = tuple(Clean(f"a{number:015x}") for number in numbers)
    pieces = split(read(*ids))
    assert all(len(piece.ids) <= 500 for piece in pieces)
    assert tuple(each for piece in pieces for each in piece.ids) == ids
    assert pieces


@given(
    st.integers(0, 2**53 - 1),
    st.one_of(st.booleans(), st.none(), st.just(Clean("date:今天"))),
    st.one_of(st.none(), st.just(Clean("早报「国际」"))),
    st.binary(max_size=40),
)
def test_a_record_written_is_the_record_read_and_a_changed_one_is_none(
    ms: int, value: bool | Clean | None, name: Clean | None, noise: bytes
) -> None:
    record = Record(ms, 0, Clean("d"), Clean("b"), 1, 2, Clean("s"), STARRED, value, (ONE, TWO), name)
    line = encode(record)[:-1]
    assert parse(line) == record
    if noise and b"\n" not in noise:
        piece = line + noise
        assert parse(piece) is Unread.DAMAGED
        closed = piece + closing(piece).rstrip(b"\n")
        assert parse(closed) is Unread.CLOSED
        assert parse(line + b"*" + closed) is Unread.DAMAGED, "a good line is not taken for a part of the piece"
    assert closing(line) == b"\n"
