"""Expressions of users: compared as words are, and never longer at work than they may be."""

from collections.abc import Callable

import pytest

from zjreader.query.patterns import ALTOGETHER, EACH, FREE, Expression, WrongExpressionError

EVIL, LONG = "(a|aa)+$", "a" * 64 + "x"


def ticking(step: float) -> Callable[[], float]:
    """A clock that is read a step later each time."""
    times = iter(range(1000))
    return lambda: next(times) * step


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param("gdp", "ＧＤＰ增长", True, id="width and case"),
        pytest.param("GDP", "gdp", True, id="capitals in the expression"),
        pytest.param("經濟", "经济", True, id="traditional in the expression"),
        pytest.param("（组图）", "春耕(组图)", True, id="full-width brackets are signs"),
        pytest.param("[（【]组图", "（组图", True, id="full-width brackets in a class"),
        pytest.param(r"\S+\d", "第5", True, id="classes keep their meaning"),
        pytest.param("^二", "一\n二", True, id="the start of a line"),
        pytest.param("一.二", "一\n二", False, id="no sign stands for a line's end"),
    ],
)
def test_what_an_expression_holds(source: str, text: str, found: bool) -> None:
    assert Expression(source).holds(["", text]) is found
    assert bool(Expression(source).spans(text)) is found


def test_unfolded_it_is_taken_as_it_is_written() -> None:
    assert not Expression("gdp", folded=False).holds(["GDP"])
    assert Expression("（组图）", folded=False).spans("（组图）") == [(0, 4)]


def test_places_without_characters_are_none() -> None:
    assert Expression("b*").spans("abb") == [(1, 3)]


@pytest.mark.parametrize("source", ["(", "[", "*", "(?P<a>b)(?P=c)", "a{2,1}"])
def test_what_is_no_expression_is_told_with_its_place(source: str) -> None:
    with pytest.raises(WrongExpressionError) as caught:
        Expression(source)
    assert 0 <= caught.value.position <= len(source)


def test_a_text_that_takes_too_long_is_left_out_and_counted() -> None:
    expression = Expression(EVIL)
    assert not expression.holds([LONG])
    assert expression.holds(["a"])
    assert expression.left_out == 1


def test_what_others_take_of_the_machine_is_not_held_against_it() -> None:
    asked = ticking(EACH / 4)
    expression = Expression(EVIL, clock=asked)
    assert not expression.holds([LONG])
    assert asked() > EACH, "tried again until the time was its own"
    assert expression.left_out == 1


def test_a_search_that_takes_too_long_leaves_the_rest_out() -> None:
    expression = Expression("a", clock=ticking(2 * ALTOGETHER))
    assert [expression.holds(["a"]) for _each in range(3)] == [True, False, False]
    assert expression.left_out == 2


def test_what_is_not_slow_sees_every_text_however_many_there_are() -> None:
    expression = Expression("a", clock=ticking(FREE / 2))
    assert all(expression.holds(["a"]) for _each in range(400))


def test_the_places_found_before_the_time_is_over_are_kept() -> None:
    assert Expression("c|" + EVIL).spans("c" + LONG)[:1] in ([], [(0, 1)])
