"""A source is silent when it brings nothing for much longer than it used to."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.rhythm import TELLING, silence

NOW = datetime(2026, 10, 9, 8, tzinfo=UTC)


def days_ago(*days: int) -> list[int]:
    return [int((NOW - timedelta(days=each)).timestamp()) for each in days]


@pytest.mark.parametrize(
    ("ago", "silent"),
    [
        pytest.param([*range(1, 20)] * 30, None, id="daily"),
        pytest.param(range(8, 30), None, id="daily, over a long holiday"),
        pytest.param(range(9, 30), 9, id="daily, and then no more"),
        pytest.param([20, 27, 34, 41, 48], None, id="weekly, some weeks ago"),
        pytest.param([29, 36, 43, 50, 57], 29, id="weekly, and then no more"),
        pytest.param([100, 107, 114, 121], None, id="too few days to tell"),
        pytest.param([100] * 50, None, id="all on one day"),
        pytest.param([], None, id="nothing yet"),
    ],
)
def test_silence_is_told_by_the_source_s_own_rhythm(ago: list[int], silent: int | None) -> None:
    assert silence(days_ago(*ago), NOW) == (None if silent is None else timedelta(days=silent))


@given(st.lists(st.integers(-10, 1000), max_size=30))
def test_who_brought_something_lately_is_never_silent(ago: list[int]) -> None:
    assert silence(days_ago(*ago, 1), NOW) is None
    assert silence(days_ago(*ago[: TELLING - 1]), NOW) is None
