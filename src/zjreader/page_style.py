"""What the settings say about pages, as typesetting wants it: one answer for the screen and the pipe."""

from zjreader.library.settings import Settings
from zjreader.text.typeset import Style


def style_of(settings: Settings) -> Style:
    """How pages are set; the ambiguous width “auto” is 1 where nobody found out otherwise."""
    ambiguous = 2 if settings.ambiguous_width == "2" else 1
    return Style(settings.paragraphs, settings.line_breaks, ambiguous, settings.han_latin_gap)


def measure_of(settings: Settings) -> int:
    """The cells that a line is wanted to have; settings count Hanzi."""
    return 2 * settings.measure
