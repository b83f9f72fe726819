"""Other programs get exactly the words that they were meant to get, whatever an article holds."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from zjreader import launch
from zjreader.errors import UsageError
from zjreader.text.clean import Clean, clean_line

HOSTS = ("http://新闻.example", "https://news.example", "HTTPS://news.example:8443")
TAILS = (
    "/a b",
    "/$(touch pwned)",
    "/`touch pwned`",
    "/;touch pwned",
    "/|touch pwned",
    "/&touch=pwned&",
    "/'\"",
    "/%s/%action/%d",
    "/-oProxyCommand=x",
    "/\\..\\x",
    "/*?[a]{b,c}~",
    "/${HOME}",
    "/!!",
    "/>out",
    "/#!/bin/sh",
    "/\x1b]8;;x\x07",
    "/\nDELETE",
    "/\u202egnp.exe",
    "/页面？标题＝《经济》",
    "/%00",
)
HOSTILE = [clean_line(host + tail) for host in HOSTS for tail in TAILS]
STUB = "import json, sys, pathlib; pathlib.Path(sys.argv[1]).write_text(json.dumps(sys.argv[2:]))"


def accepted(url: Clean) -> bool:
    return " " not in url


@pytest.mark.parametrize("url", HOSTILE)
@pytest.mark.parametrize(
    ("browser", "words"),
    [
        pytest.param("", ("xdg-open", "URL"), id="the system's"),
        pytest.param("firefox", ("firefox", "URL"), id="a name"),
        pytest.param("'my browser' --new-tab %s --end", ("my browser", "--new-tab", "URL", "--end"), id="a place"),
        pytest.param("w3m:lynx", ("w3m", "URL"), id="the first of two"),
    ],
)
def test_a_link_is_one_argument_or_refused(url: Clean, browser: str, words: tuple[str, ...]) -> None:
    started: list[Sequence[str]] = []
    if not accepted(url):
        with pytest.raises(UsageError):
            launch.open_link(url, {"BROWSER": browser}, started.append)
        return
    if browser:
        launch.open_link(url, {"BROWSER": browser}, started.append)
    else:
        started.append(launch.link_command(url, {}, "linux"))
    assert started == [tuple(url if word == "URL" else word for word in words)]


def test_a_mac_opens_links_by_itself() -> None:
    assert launch.link_command(Clean("http://a.example/"), {}, "darwin") == ("open", "http://a.example/")


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("javascript:alert(1)", "javascript"),
        ("file:///etc/passwd", "file"),
        ("data:text/html,x", "data"),
        ("vbscript:x", "vbscript"),
        ("x-apple.systempreferences:", "x-apple.systempreferences"),
        ("-new-window", "no address"),
        ("--help", "no address"),
        ("", "no address"),
        ("//news.example/", "no address"),
        ("http:", "http"),
        ("http://", "http"),
        ("https:///path", "https"),
        ("https://?q", "https"),
        ("%action:x", "no address"),
    ],
)
def test_anything_but_the_web_is_refused_by_its_scheme(url: str, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    with pytest.raises(UsageError, match=f"only http and https are opened, not {named}$"):
        launch.open_link(Clean(url), {})


def test_control_characters_are_refused_even_if_they_came_past_the_gate() -> None:
    with pytest.raises(UsageError):
        launch.open_link(Clean("http://a.example/\x1b[2J"), {})


@pytest.mark.parametrize("browser", ["firefox --url=%s", "firefox 'x"], ids=["a place within a word", "an open quote"])
def test_a_browser_that_cannot_be_understood_is_told(browser: str) -> None:
    with pytest.raises(UsageError, match="BROWSER"):
        launch.open_link(Clean("http://a.example/"), {"BROWSER": browser})


def test_a_program_gets_its_words_and_nobody_else_does(tmp_path: Path) -> None:
    out = tmp_path / "out"
    os.mkfifo(out)
    launch.run([sys.executable, "-c", STUB, str(out), *HOSTILE])
    assert json.loads(out.read_text()) == HOSTILE
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("vector", [[], ["/nonexistent/program"], ["a\0b"]], ids=["nothing", "not there", "NUL"])
def test_a_program_that_cannot_be_started_is_told(vector: list[str]) -> None:
    with pytest.raises(UsageError):
        launch.run(vector)


@pytest.mark.parametrize("name", ["VISUAL", "EDITOR"])
def test_a_file_is_opened_in_the_persons_editor(tmp_path: Path, name: str) -> None:
    out, file = tmp_path / "out", tmp_path / "a file; touch pwned"
    editor = f"'{sys.executable}' -c '{STUB}' '{out}' -w"
    assert launch.edit(file, {name: editor, "EDITOR": editor}) == 0
    assert json.loads(out.read_text()) == ["-w", str(file)]


def test_the_editors_own_code_is_given(tmp_path: Path) -> None:
    assert launch.edit(tmp_path, {"VISUAL": " ", "EDITOR": f"{sys.executable} -c 'raise SystemExit(3)'"}) == 3


def test_an_editor_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        launch.edit(tmp_path, {"EDITOR": "/nonexistent/editor"})


def test_without_a_named_editor_it_is_vi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="vi: "):
        launch.edit(tmp_path, {})


def fed(code: str, chunks: Iterable[bytes], tmp_path: Path) -> tuple[int, str]:
    """How a Python program ended that was fed on a terminal of pipes, and all that this showed."""
    typed, keys = os.pipe()
    os.write(keys, b"\n")
    shown = os.open(tmp_path / "shown", os.O_RDWR | os.O_CREAT)
    try:
        ended = launch.feed([sys.executable, "-c", code], chunks, Clean("enter: "), (typed, shown))
    finally:
        for each in (typed, keys, shown):
            os.close(each)
    return ended, (tmp_path / "shown").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "ended", "shown"),
    [
        pytest.param("import sys; print(sys.stdin.read())", 0, "春风\n", id="all is read"),
        pytest.param("raise SystemExit(3)", 3, "", id="nothing is read"),
        pytest.param("import os; os.kill(os.getpid(), 15)", 143, "", id="ended by a signal"),
        pytest.param(
            "import os, signal; os.kill(os.getppid(), 2); print(signal.getsignal(2) is signal.default_int_handler)",
            0,
            "True\n",
            id="ctrl+c is for the program",
        ),
    ],
)
def test_a_program_is_fed_and_what_it_printed_stays(tmp_path: Path, code: str, ended: int, shown: str) -> None:
    assert fed(code, ["春风".encode()], tmp_path) == (ended, f"{shown}\nenter: ")


def test_a_program_that_has_had_enough_is_fed_no_further(tmp_path: Path) -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        while True:
            taken.append(1)
            yield bytes(65536)

    assert fed("import sys; sys.stdin.buffer.read(1)", endless(), tmp_path)[0] == 0
    assert taken


@pytest.mark.parametrize("vector", [["/nonexistent/program"], ["a\0b"]], ids=["not there", "NUL"])
def test_a_program_that_cannot_be_fed_is_told(vector: list[str]) -> None:
    with pytest.raises(UsageError):
        launch.feed(vector, [], Clean(""))


@pytest.mark.parametrize("line", ["", " ", "a 'b"], ids=["empty", "blank", "an open quote"])
def test_a_line_that_is_no_command_is_told(line: str) -> None:
    with pytest.raises(UsageError):
        launch.vector_of(line)


def test_no_sign_of_a_shell_means_anything() -> None:
    assert launch.vector_of("a 'b c' $HOME *.txt > x | y") == ("a", "b c", "$HOME", "*.txt", ">", "x", "|", "y")
