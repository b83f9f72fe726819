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
        pytest.param("sort", "sort: needs one of published title publisher", id="no order"),
    ],
)
def test_what_cannot_be_is_told(line: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        read_screen_command(line)
    assert said in str(told.value)


@given(st.sampled_from([line for line in completions([Clean("早报")]) if line != "mark"]))
def test_what_is_suggested_is_understood(line: str) -> None:
    assert read_screen_command(f"{line} title" if line == "sort" else line).name in line
