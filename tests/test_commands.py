"""Words on a command line become one command, in every form that a user of good tools would try."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.commands import Command, read_command
from zjreader.errors import ExitCode, QueryError, UsageError
from zjreader.options import GRAMMARS, HELP, SCREEN
from zjreader.query.language import Query


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        pytest.param([], Command(SCREEN), id="nothing is the screen"),
        pytest.param(["新闻", "-"], Command(SCREEN, sources=("新闻", "-")), id="sources for the screen"),
        pytest.param(["./list"], Command(SCREEN, sources=("./list",)), id="a file that is called as a command"),
        pytest.param(
            ["-q", "经济", "a.txt"], Command(SCREEN, expressions=("经济",), sources=("a.txt",)), id="a filter"
        ),
        pytest.param(["list"], Command("list"), id="a command alone"),
        pytest.param(["list", "list"], Command("list", words=("list",)), id="only the first word is a command"),
        pytest.param(
            ["list", "经济", "-f", "ids", "改革"], Command("list", words=("经济", "改革"), format="ids"), id="mixed"
        ),
        pytest.param(["list", "-f=ids"], None, id="a short option takes no sign"),
        pytest.param(["list", "-fids"], Command("list", format="ids"), id="a value written on"),
        pytest.param(["list", "--format=ids"], Command("list", format="ids"), id="a value after a sign"),
        pytest.param(["list", "--format", "ids"], Command("list", format="ids"), id="a value after a blank"),
        pytest.param(["list", "--template="], Command("list", template=""), id="an empty value"),
        pytest.param(["list", "--template", "a=b"], Command("list", template="a=b"), id="a value with a sign in it"),
        pytest.param(["list", "-e", "-词"], Command("list", expressions=("-词",)), id="a value that begins with -"),
        pytest.param(["list", "-e-词"], Command("list", expressions=("-词",)), id="written on"),
        pytest.param(["list", "--expression", "--", "词"], Command("list", ("词",), ("--",)), id="a value that is --"),
        pytest.param(["list", "--", "-词", "--json"], Command("list", words=("-词", "--json")), id="-- ends options"),
        pytest.param(["list", "a", "--", "--", "b"], Command("list", words=("a", "--", "b")), id="-- twice"),
        pytest.param(["list", "-QF0"], Command("list", quiet=True, literal=True, null=True), id="a cluster"),
        pytest.param(
            ["list", "-Qe", "a"], Command("list", expressions=("a",), quiet=True), id="a cluster with a value"
        ),
        pytest.param(["list", "-QeF"], Command("list", expressions=("F",), quiet=True), id="the rest is the value"),
        pytest.param(["list", "-e", "a", "-e", "b"], Command("list", expressions=("a", "b")), id="a repeated option"),
        pytest.param(["list", "--from", "-", "--from", "a"], Command("list", sources=("-", "a")), id="several sources"),
        pytest.param(["list", "--json", "--jsonl"], Command("list", format="jsonl"), id="the last one counts"),
        pytest.param(["list", "--fields", "id,title"], Command("list", fields=("id", "title")), id="fields"),
        pytest.param(["list", "--limit", "5", "--offset", "2"], Command("list", limit=5, offset=2), id="numbers"),
        pytest.param(
            ["list", "--sort", "none", "--reverse", "--count"],
            Command("list", sort="none", reverse=True, counting=True),
            id="flags",
        ),
        pytest.param(["list", ""], Command("list", words=("",)), id="an empty word"),
        pytest.param(["list", "--help"], Command(HELP, ("list",)), id="help of a command"),
        pytest.param(["list", "a", "-h", "--wrong"], Command(HELP, ("list",)), id="help before what is wrong"),
        pytest.param(["-h"], Command(HELP, (SCREEN,)), id="help"),
        pytest.param(["show", "abcd", "ef01"], Command("show", words=("abcd", "ef01")), id="ids"),
        pytest.param(["mark", "read", "--all"], Command("mark", action="read", everything=True), id="a mark on all"),
        pytest.param(["mark", "--ids", "-", "star"], Command("mark", action="star", ids="-"), id="a mark on ids"),
        pytest.param(
            ["mark", "label:选题", "经济", "--dry-run"],
            Command("mark", words=("经济",), action="label:选题", dry_run=True),
            id="a label",
        ),
        pytest.param(["undo", "--list"], Command("undo", listing=True), id="what can be undone"),
        pytest.param(["guide", "-f", "md"], Command("guide", format="md"), id="the guide"),
    ],
)
def test_what_a_line_asks_for(line: list[str], command: Command | None) -> None:
    if command is None:
        with pytest.raises(UsageError):
            read_command(line)
    else:
        assert read_command(line) == command


@pytest.mark.parametrize(
    ("line", "about", "said"),
    [
        pytest.param(["list", "--formt", "ids"], "--formt", "did you mean --format?", id="a mistyped option"),
        pytest.param(["list", "--form=ids"], "--form", "did you mean --format?", id="no abbreviations"),
        pytest.param(["list", "--zzz"], "--zzz", "no such option", id="an option like none"),
        pytest.param(["list", "-x"], "-x", "no such option", id="a letter"),
        pytest.param(["list", "-Qx"], "-Qx", "no such option", id="a letter in a cluster"),
        pytest.param(["list", "-词"], "-词", "-e '-词'", id="a word that begins with -"),
        pytest.param(["list", "-f"], "-f", "needs a value", id="no value"),
        pytest.param(["list", "--limit"], "--limit", "needs a value", id="no value for a long one"),
        pytest.param(["list", "--full=yes"], "--full", "takes no value", id="a value too many"),
        pytest.param(["list", "-f", "jsnl"], "jsnl", "did you mean jsonl?", id="a mistyped format"),
        pytest.param(["list", "--sort", "random"], "random", "is none of published", id="no order"),
        pytest.param(["list", "--limit", "ten"], "ten", "is not a whole number", id="no number"),
        pytest.param(["list", "--limit", "-5"], "-5", "is not a whole number", id="a negative number"),
        pytest.param(["list", "--limit", ""], "", "is not a whole number", id="an empty number"),
        pytest.param(["list", "--limit", "9" * 5000], "9" * 5000, "is not a whole number", id="a monstrous number"),
        pytest.param(["mark"], "mark", "needs one of read", id="no action"),
        pytest.param(["undo", "all"], "undo", "takes no words", id="words where none belong"),
        pytest.param(["--json"], "--json", "no such option", id="another command's option"),
    ],
)
def test_what_is_wrong_is_said_with_what_was_meant(line: list[str], about: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_command(line)
    assert caught.value.about == about
    assert said in caught.value.what
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize(
    ("line", "query"),
    [
        pytest.param(["list", "经济", "-e", "-改革"], "经济 -改革", id="words and expressions"),
        pytest.param(["list", "经济", "AND", "改革"], "经济 改革", id="an operator among the words"),
        pytest.param(["list"], "", id="nothing"),
        pytest.param(["list", "-F", "is:read", "--", "-词"], '"is:read" "-词"', id="taken literally"),
        pytest.param(["list", "-F", "-e", "a b"], '"a b"', id="a literal expression"),
    ],
)
def test_the_query_of_a_command(line: list[str], query: str) -> None:
    command = read_command(line)
    assert command.query == Query.parse(query)
    assert command.asks == (len(line) > 1)


def test_a_query_that_cannot_be_read_is_said_when_it_is_asked_for() -> None:
    command = read_command(["list", "is:wrong"])
    with pytest.raises(QueryError):
        _ = command.query


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_option_of_a_command_is_read_in_its_long_and_its_short_form(name: str) -> None:
    values = {
        "format": "ids",
        "sort": "title",
        "color": "never",
        "limit": "1",
        "offset": "1",
        "version": "1",
        "width": "40",
        "by": "section",
    }
    operands = ["read"] if name == "mark" else []
    for option in GRAMMARS[name].options:
        value = [values.get(option.name, "值")] if option.read else []
        command = [] if name == SCREEN else [name]
        forms = [[f"--{option.name}", *value], *([[f"-{option.short}", *value]] if option.short else [])]
        read = [read_command([*command, *operands, *form]) for form in forms]
        assert all(each == read[0] for each in read)
        assert read[0] != read_command([*command, *operands])


@given(st.lists(st.one_of(st.text(), st.sampled_from(["list", "mark", "--", "-e", "-Q", "--limit", "-", "5", "--x="]))))
def test_any_line_is_a_command_or_wrong_usage(line: list[str]) -> None:
    try:
        command = read_command(line)
    except UsageError:
        return
    assert command.name in {*GRAMMARS, HELP}


@given(st.lists(st.text().filter(lambda text: not text.startswith("-"))), st.text())
def test_words_reach_the_command_as_they_were_given(words: list[str], last: str) -> None:
    assert read_command(["list", *words, "--", last]).words == (*words, last)
