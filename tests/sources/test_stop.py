"""Whoever hears of a wish to stop hears of it once it is wished, or at once."""

from zjreader.sources.stop import Stop
from zjreader.sources.together import arriving


def test_it_is_heard_before_and_after() -> None:
    stop, heard = Stop(), list[str]()
    stop.hear(lambda: heard.append("before"))
    assert (stop.wished, heard) == (False, [])
    stop.wish()
    stop.hear(lambda: heard.append("after"))
    assert (stop.wished, heard) == (True, ["before", "after"])


def test_nothing_arrives_any_more() -> None:
    async def echo(number: int) -> int:
        return number

    stop = Stop()
    answers = arriving(echo, iter(int, 1), stop)
    assert next(answers) == 0
    stop.wish()
    assert len(list(answers)) < 10_000
