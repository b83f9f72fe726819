"""What the screen may ask of the world outside the terminal, handed in by whoever starts it."""

from collections.abc import Callable
from typing import NamedTuple

from zjreader.text.clean import Clean


def _by_no_program(_text: Clean) -> Clean | None:
    return None


class Outside(NamedTuple):
    """`open_link` gives an http(s) address to a browser; `copy` a text to a clipboard, naming the program it used."""

    open_link: Callable[[Clean], None] | None = None
    copy: Callable[[Clean], Clean | None] = _by_no_program


ALONE = Outside()
"""Nothing outside: links stay where they are, texts are copied by the terminal alone."""
