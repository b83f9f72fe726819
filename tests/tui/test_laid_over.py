"""A piece laid over others: hints over links, the current match over what is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.clean import Clean
from zjreader.tui.painted import Piece, Pieces, laid_over

LINE: Pieces = (Piece(Clean("江城的")), Piece(Clean("桥"), "match"), Piece(Clean("很老")))


@pytest.mark.parametrize(
    ("at", "text", "drawn"),
    [
        pytest.param(0, "ab", "ab:hint 的:plain 桥:match 很老:plain", id="at the start"),
        pytest.param(3, "a", "江城的:plain a:hint 很老:plain", id="over a whole piece"),
        pytest.param(2, "abc", "江城:plain a:hint b:hint c:hint 老:plain", id="over three pieces"),
        pytest.param(5, "abc", "江城的:plain 桥:match 很:plain a:hint", id="cut at the end"),
        pytest.param(9, "a", "江城的:plain 桥:match 很老:plain", id="beyond the end"),
        pytest.param(1, "", "江:plain 城的:plain 桥:match 很老:plain", id="nothing"),
    ],
)
def test_what_is_drawn(at: int, text: str, drawn: str) -> None:
    pieces = laid_over(LINE, at, Piece(Clean(text), "hint"))
    assert " ".join(f"{piece.text}:{piece.look}" for piece in pieces) == drawn


@given(at=st.integers(0, 9), text=st.text("abc", max_size=9))
def test_nothing_is_moved(at: int, text: str) -> None:
    whole = "".join(piece.text for piece in LINE)
    over = "".join(piece.text for piece in laid_over(LINE, at, Piece(Clean(text), "hint")))
    assert over == (whole[:at] + text + whole[at + len(text) :])[: len(whole)]
