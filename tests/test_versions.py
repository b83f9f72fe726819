"""Which versions of an article are compared, and since when each stood."""

import pytest

from zjreader.article import UNKNOWN, Article, Version
from zjreader.errors import MissingError
from zjreader.text.clean import Clean
from zjreader.versions import compared, since, version

MORNING, NOON, EVENING = (Clean(f"2026-11-20T{hour}:00:00+08:00") for hour in ("08", "12", "18"))
ID = Clean("a123456789abcdef")


def kept(*titles: str) -> list[Version]:
    """An article's versions, which came in the morning, at noon, in the evening."""
    times = [NOON, EVENING, None][: len(titles) - 1]
    records = [UNKNOWN._replace(article=Article("teaser", Clean(title)), ids=(ID,), added=MORNING) for title in titles]
    return [Version(record, until) for record, until in zip(records, [*times, None], strict=True)]


@pytest.mark.parametrize(
    ("number", "pair"),
    [
        pytest.param(None, (2, 3), id="the newest and the one before"),
        pytest.param(3, (2, 3), id="the same, named"),
        pytest.param(2, (2, 3), id="the one before, named"),
        pytest.param(1, (1, 3), id="the first and the newest"),
    ],
)
def test_a_version_is_compared_with_the_newest(number: int | None, pair: tuple[int, int]) -> None:
    found = compared(kept("老桥通车", "老桥恢复通车", "老桥提前通车"), number)
    assert (found.before, found.after) == pair
    assert [change.after for change in found.difference.title] == ["老桥提前通车"]


@pytest.mark.parametrize("number", [0, 4])
def test_a_number_that_none_has_is_told(number: int) -> None:
    versions = kept("老桥通车", "老桥恢复通车", "老桥提前通车")
    for ask in (version, compared):
        with pytest.raises(MissingError, match=ID):
            ask(versions, number)


def test_one_version_alone_is_compared_with_nothing() -> None:
    with pytest.raises(MissingError, match=ID):
        compared(kept("老桥通车"))


def test_a_version_came_when_the_one_before_it_ended() -> None:
    assert since(kept("老桥通车", "老桥恢复通车", "老桥提前通车")) == (MORNING, NOON, EVENING)
    assert since(kept("老桥通车")) == (MORNING,)
