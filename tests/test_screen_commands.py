"""The screen's command line: what a line asks for, and what it refuses in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.commands import Command
from zjreader.errors import UsageError
from zjreader.screen_commands import completions, read_screen_command
from zjreader.text.clean import Clean


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        pytest.param("q", Command("quit"), id="short"),
        pytest.param(" quit ", Command("quit"), id="long, with blanks"),
        pytest.param("w", Command("write"), id="a name is asked for"),
        pytest.param("w 早 报.csv", Command("write", ("早 报.csv",)), id="a name with a blank"),
        pytest.param("|jq -r .title", Command("pipe", ("jq -r .title",)), id="a program keeps its options"),
        pytest.param("pipe", Command("pipe"), id="a program is asked for"),
        pytest.param("/企业 -社保", Command("list", ("企业 -社保",)), id="a query"),
        pytest.param("list", Command("list"), id="everything"),
        pytest.param("mark label:早报", Command("mark", action="label:早报"), id="a mark"),
        pytest.param("sort title", Command("sort", sort="title"), id="an order"),
        pytest.param("u", Command("undo"), id="undo"),
        pytest.param("h", Command("help"), id="help"),
        pytest.param("view 晚 报", Command("view", ("晚 报",)), id="a saved query"),
        pytest.param("views", Command("views"), id="the saved queries"),
        pytest.param("views set 早报 “甲 乙” OR 丙", Command("views", ("set", "早报", "“甲 乙” OR 丙")), id="saving"),
        pytest.param(
            'views set "早 报"  甲', Command("views", ("set", "早 报", "甲")), id="a name with a blank, saved"
        ),
        pytest.param("views remove 早 报", Command("views", ("remove", "早 报")), id="removing"),
    ],
)
def test_what_a_line_asks_for(line: str, command: Command) -> None:
    assert read_screen_command(line) == command


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(
            "config x", "config: is for the shell; here there are quit write pipe list mark", id="of the shell"
        ),
        pytest.param("quti", "quti: no such command; did you mean quit?", id="mistyped"),
        pytest.param("", "no such command", id="nothing"),
        pytest.param("q now", "quit: takes no words", id="words too many"),
        pytest.param("w a.doc", "a.doc: the name ends in none of", id="an ending"),
        pytest.param("| 'a", "holds a quotation mark without its partner", id="half a quotation"),
        pytest.param("mark", "mark: needs one of read unread", id="no action"),
        pytest.param("mark raed", "raed: is none of read", id="an action mistyped"),
        pytest.param("view", "view: needs the name of a saved query", id="no saved query"),
        pytest.param("views set", "views: usage: views [set NAME QUERY", id="nothing to save"),
        pytest.param("views set 早报", "views: usage: views [set NAME QUERY", id="no query to save"),
        pytest.param("views remove", "views: usage: views [set NAME QUERY", id="nothing to remove"),
        pytest.param("views sett 早报 甲", "views: usage: views [set NAME QUERY", id="neither saved nor removed"),
        pytest.param("sort", "sort: needs one of published title publisher", id="no order"),
    ],
)
def test_what_cannot_be_is_told(line: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        read_screen_command(line)
    assert said in str(told.value)


@given(st.sampled_from([line for line in completions([Clean("早报")], [Clean("晚 报")]) if line != "mark"]))
def test_what_is_suggested_is_understood(line: str) -> None:
    assert read_screen_command(f"{line} title" if line in {"sort", "view"} else line).name in line
