"""Where the reader left off: kept by set of sources, bounded, and silently nothing when damaged."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.library import resume
from zjreader.library.durable import lock
from zjreader.library.resume import NOWHERE, Resume, load, save
from zjreader.text.clean import Clean

PAGE, LIBRARY = Clean("page"), Clean("")
LEFT = Resume(
    PAGE,
    Clean("经济 -房地产"),
    Clean("unread"),
    Clean("c0ffee"),
    ((Clean("a1"), 40), (Clean("c0ffee"), 1200)),
    (Clean("经济"), Clean("经济 -房地产")),
    ((Clean("xterm-256color"), 1),),
)


def test_a_screen_goes_on_where_it_was_left(tmp_path: Path) -> None:
    save(tmp_path / "local", LEFT)
    assert load(tmp_path / "local", PAGE) == LEFT


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    assert load(tmp_path, LIBRARY) == NOWHERE
    assert list(tmp_path.iterdir()) == []


def test_other_sources_share_positions_history_and_widths_alone(tmp_path: Path) -> None:
    save(tmp_path, LEFT)
    assert load(tmp_path, LIBRARY) == NOWHERE._replace(
        positions=LEFT.positions, history=LEFT.history, widths=LEFT.widths
    )


def test_two_screens_open_at_once_keep_what_both_learnt(tmp_path: Path) -> None:
    save(tmp_path, Resume(PAGE, positions=((Clean("a"), 1), (Clean("b"), 2)), history=(Clean("甲"),)))
    save(tmp_path, Resume(LIBRARY, positions=((Clean("c"), 3), (Clean("a"), 9)), history=(Clean("乙"), Clean("甲"))))
    left = load(tmp_path, PAGE)
    assert left.positions == ((Clean("b"), 2), (Clean("c"), 3), (Clean("a"), 9))
    assert left.history == (Clean("乙"), Clean("甲"))


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(resume.MOST_SCREENS + 1):
        save(tmp_path, Resume(Clean(f"s{number}"), query=Clean("词")))
    save(
        tmp_path,
        Resume(
            positions=tuple((Clean(f"a{number}"), number) for number in range(600)),
            history=tuple(Clean(f"q{number}") for number in range(200)),
        ),
    )
    left = load(tmp_path, Clean("s0"))
    assert left.query == ""
    assert load(tmp_path, Clean("s50")).query == "词"
    assert (len(left.positions), left.positions[0], left.positions[-1]) == (500, ("a100", 100), ("a599", 599))
    assert (len(left.history), left.history[-1]) == (100, "q199")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[]", id="another form"),
        pytest.param(b'{"screens": {}}', id="parts missing"),
        pytest.param(b'{"screens": {"a": [1, 2]}, "positions": {}, "history": [], "widths": {}}', id="wrong parts"),
        pytest.param(b'{"screens": {}, "positions": {"a": Infinity}, "history": [], "widths": {}}', id="endless"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_a_damaged_file_is_nowhere_and_is_written_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / resume.NAME).write_bytes(data)
    assert load(tmp_path, LIBRARY) == NOWHERE
    save(tmp_path, LEFT)
    assert load(tmp_path, PAGE) == LEFT


def test_what_another_program_put_there_is_cleaned(tmp_path: Path) -> None:
    kept = {"screens": {"": ["a\x1b[2J", "all", None]}, "positions": {"a": -5}, "history": ["\u202e"], "widths": {}}
    (tmp_path / resume.NAME).write_text(json.dumps(kept))
    assert load(tmp_path, LIBRARY) == NOWHERE._replace(
        query=Clean("a[2J"), positions=((Clean("a"), 0),), history=(Clean(""),)
    )


def test_a_place_that_cannot_be_kept_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    save(tmp_path / "file", LEFT)
    monkeypatch.setattr(resume, "WAIT", 0.0)
    with lock(tmp_path / f"{resume.NAME}.lock", 1):
        save(tmp_path, LEFT)
    assert load(tmp_path, PAGE) == NOWHERE._replace(about=PAGE)


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.floats(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["screens", "positions", "history", "widths", "a"]), inner)
        ),
    )
)
def test_any_json_is_somewhere(tmp_path_factory: pytest.TempPathFactory, found: object) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / resume.NAME).write_text(json.dumps(found))
    assert isinstance(load(folder, LIBRARY), Resume)
