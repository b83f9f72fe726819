"""Two hundred resizes in a row, as a window manager sends them while a corner is dragged."""

import pytest

from tests.tmux import Sight
from tests.walk.conftest import Walker
from tests.walk.test_every_key import titles

SIZES = [(40 + 37 * number % 121, 12 + 11 * number % 39) for number in range(200)]
"""Between 40 × 12 and 160 × 50, in jumps."""

ROOMY, PAGE = (100, 16), 42
"""A size at which list and page stand beside each other, and the column in which the page then begins."""

LOOKED_AT = 25
"""After how many resizes it is waited for what is then seen."""


def close(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


def page(sight: Sight) -> str:
    return close(sight.between(PAGE)[1:])


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        pytest.param(("G", "k"), -2, id="the article under the cursor"),
        pytest.param(("enter", "ctrl+d", "ctrl+d"), None, id="the text at the top of the page"),
    ],
)
def test_a_place_is_kept_through_them(walker: Walker, keys: tuple[str, ...], row: int | None) -> None:
    listed = [close((title,))[:6] for title in titles("guide")]
    shown = walker(size=ROOMY)
    shown.until(lambda sight: page(sight).startswith(listed[0]))
    shown.press(*keys[:-1])
    turned = shown.until(lambda sight: not page(sight).startswith(listed[0]))
    shown.press(keys[-1])
    before = shown.until(lambda sight: page(sight) != page(turned) and (row is None or page(sight)[:6] == listed[row]))
    kept = page(before)[:6]
    for number, size in enumerate(SIZES):
        shown.resize(*size)
        if number % LOOKED_AT == 0:
            shown.until(lambda sight: kept in close(sight), f"{kept} at {size}")
    shown.resize(*ROOMY)
    assert page(shown.until(lambda sight: page(sight) == page(before), page(before)))
    shown.press("h", "q")
    assert (shown.end(), "Traceback" in shown.sight) == (0, False)
