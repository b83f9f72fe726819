"""What is said of a source: words become settings and settings words."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import UNSAID, Document, SourceSettings
from zjreader.errors import UsageError
from zjreader.sources.settings import applied, parsed, words_of
from zjreader.text.clean import Clean, clean_line

SAID = (
    "name=江城晚报",
    "section=财经",
    "label=要看",
    "label=存档",
    "encoding=gbk",
    "tz=+09:00",
    "date=2026-04-10",
    "map=title=新闻标题",
    "map=body=a=b",
    "archive=true",
    "full-text=true",
    "user-agent=Mozilla/5.0 (X11)",
    "every=90m",
    "select=h2 > a.title",
)
SETTINGS = SourceSettings(
    Clean("江城晚报"),
    Clean("财经"),
    (Clean("要看"), Clean("存档")),
    Clean("gbk"),
    Clean("+09:00"),
    date(2026, 4, 10),
    ((Clean("title"), Clean("新闻标题")), (Clean("body"), Clean("a=b"))),
    archive=True,
    full_text=True,
    user_agent=Clean("Mozilla/5.0 (X11)"),
    every=5400,
    select=Clean("h2 > a.title"),
)


def test_words_become_settings_and_settings_words() -> None:
    assert parsed(SAID) == SETTINGS
    assert words_of(SETTINGS) == SAID
    assert words_of(UNSAID) == ()


def test_words_change_what_they_name_and_nothing_else() -> None:
    changed = parsed(["label=新的", "section=", "archive=false"], SETTINGS)
    assert changed == SETTINGS._replace(labels=(Clean("新的"),), section=None, archive=False)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        pytest.param("colour=red", "is no setting of a source", id="no key"),
        pytest.param("section", "is no setting of a source", id="no value"),
        pytest.param("section= ", "is empty", id="a blank"),
        pytest.param("encoding=gbx", "is no encoding of texts", id="no encoding"),
        pytest.param("encoding=rot13", "is no encoding of texts", id="text to text"),
        pytest.param("encoding=hex", "is no encoding of texts", id="bytes to bytes"),
        pytest.param("encoding=utf-7", "is no encoding of texts", id="an encoding of mail"),
        pytest.param("encoding=a\0b", "is no encoding of texts", id="a NUL"),
        pytest.param("tz=Mars", "is not a time zone", id="no zone"),
        pytest.param("date=4月10日", "is not a day", id="a day without year"),
        pytest.param("date=2026-04", "is not a day", id="a month"),
        pytest.param("date=2026-04-10 08:00", "is not a day", id="a time"),
        pytest.param("map=新闻标题", "is not FIELD=COLUMN", id="no field"),
        pytest.param("map=colour=颜色", "is not FIELD=COLUMN", id="another field"),
        pytest.param("map=title=", "is not FIELD=COLUMN", id="no column"),
        pytest.param("archive=yes", "is neither true nor false", id="another yes"),
        pytest.param("full-text=1", "is neither true nor false", id="a number for yes"),
        pytest.param("user-agent=阅读器", "is nothing that a header can hold", id="Hanzi in a header"),
        pytest.param("select=h2 >", "is no selector of CSS", id="half a selector"),
        pytest.param("every=2", "is no length of time", id="no unit"),
        pytest.param("every=0h", "is no length of time", id="no time"),
    ],
)
def test_a_word_that_says_nothing_is_refused_by_its_name(word: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    with pytest.raises(UsageError) as refused:
        parsed([word])
    assert refused.value.about == clean_line(word)
    assert refused.value.what.startswith(what)


LINES = st.text(min_size=1, max_size=6).map(clean_line).filter(bool)


@given(st.lists(LINES, max_size=2), st.dates(), LINES)
def test_any_settings_come_back_from_their_words(labels: list[Clean], day: date, column: Clean) -> None:
    settings = SourceSettings(labels=tuple(labels), day=day, columns=((Clean("title"), column),))
    assert parsed(words_of(settings)) == settings


def test_a_document_measures_its_dates_against_the_day_that_was_said() -> None:
    file = Document(Clean("a"), Clean("a"), BytesIO, datetime(2026, 4, 12, tzinfo=UTC))
    assert applied(file, UNSAID) == file
    told = applied(file, SETTINGS)
    assert (told.settings, str(told.base)) == (SETTINGS, "2026-04-10 00:00:00+09:00")
    assert str(applied(file, SETTINGS._replace(zone=None)).base) == "2026-04-10 00:00:00+08:00"
