"""How pages are set, as the settings say."""

import pytest

from zjreader.library.settings import DEFAULTS, Settings
from zjreader.page_style import measure_of, style_of
from zjreader.text.typeset import MOST_MEASURE, PRINT, Style


def test_by_default_pages_are_set_as_a_newspaper_is() -> None:
    assert (style_of(DEFAULTS), measure_of(DEFAULTS)) == (PRINT, MOST_MEASURE)


@pytest.mark.parametrize(
    ("settings", "style"),
    [
        pytest.param(Settings(paragraphs="apart"), Style(paragraphs="apart"), id="paragraphs apart"),
        pytest.param(Settings(line_breaks="none"), Style(level="none"), id="no rules for lines"),
        pytest.param(Settings(ambiguous_width="2"), Style(ambiguous=2), id="wide quotes"),
        pytest.param(Settings(ambiguous_width="1"), Style(ambiguous=1), id="narrow quotes"),
        pytest.param(Settings(han_latin_gap=True), Style(han_latin_gap=True), id="a gap between Han and Latin"),
    ],
)
def test_each_setting_of_pages_is_heeded(settings: Settings, style: Style) -> None:
    assert style_of(settings) == style


def test_the_measure_counts_hanzi() -> None:
    assert measure_of(Settings(measure=28)) == 56
