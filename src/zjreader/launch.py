"""Other programs, by argument vector only: the browser for a link, the editor for a file, a person's own commands.

Refuses a shell, any address but http and https, and Python's `webbrowser`, which took an address for an option
(CVE-2026-4519) and filled in what an address held (CVE-2026-4786). What a person wrote in `BROWSER` is split before
anything is put in, and the address is one whole argument or none.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from zjreader.errors import UsageError
from zjreader.messages import _
from zjreader.text.clean import Clean

Start = Callable[[Sequence[str]], object]

_PLACE = "%s"
_SIGNALLED = 128  # what a shell adds to the number of the signal that ended a program (POSIX, 2.8.2)
_LINE = 4096
_WEB = re.compile(r"(?i:https?)://[^\s/?#][^\s]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def run(vector: Sequence[str]) -> None:
    """Start a program that goes on by itself, without our terminal; raises UsageError where it cannot be started."""
    try:
        process = subprocess.Popen(
            vector,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError, IndexError) as error:  # not there · NUL in an argument · no word at all
        raise _unstarted(vector, error) from error
    threading.Thread(target=process.wait, daemon=True).start()  # whoever has ended is not left as a zombie


def open_link(url: Clean, environ: Mapping[str, str], start: Start = run) -> None:
    """Open a link of an article in the person's browser; raises UsageError, for any scheme but http and https too."""
    start(link_command(url, environ))


def link_command(url: Clean, environ: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """The words that open a link: those of `BROWSER` (the first, where it names several), else the system's opener."""
    if not _WEB.fullmatch(url) or not url.isprintable():
        scheme = _SCHEME.match(url)
        named = scheme[0] if scheme else _("no address")
        raise UsageError(_("only http and https are opened, not {scheme}").format(scheme=named), url)
    words = _split("BROWSER", environ.get("BROWSER", "").partition(":")[0])
    if not words:
        return ("open" if platform == "darwin" else "xdg-open", url)
    if any(_PLACE in word and word != _PLACE for word in words):
        raise UsageError(_("“%s” has to be an argument of its own"), "BROWSER")
    if _PLACE not in words:
        return (*words, url)
    return tuple(url if word == _PLACE else word for word in words)


def edit(path: Path, environ: Mapping[str, str]) -> int:
    """Open a file of ours in the person's editor and wait; gives the editor's exit code. Raises UsageError."""
    name = next((name for name in ("VISUAL", "EDITOR") if environ.get(name, "").strip()), "")
    words = _split(name, environ[name]) if name else ("vi",)
    vector = (*words, str(path.absolute()))
    try:
        return subprocess.run(vector, check=False).returncode
    except OSError as error:
        raise _unstarted(vector, error) from error


def vector_of(line: str) -> tuple[str, ...]:
    """A typed command as an argument vector; raises UsageError.

    Quotation marks and backslashes mean what they mean to a shell, no other sign does: `*`, `~`, `|` and `>` are text.
    """
    vector = _split(line, line)
    if not vector:
        raise UsageError(_("no program is named"))
    return vector


def feed(vector: Sequence[str], chunks: Iterable[bytes], prompt: Clean, terminal: tuple[int, int] = (0, 1)) -> int:
    """Run a program on our terminal with these bytes as its standard input, then wait for enter; gives its exit code.

    What it printed stays in sight until then, as in vim, less and mutt. A program that reads no further has had enough.
    `terminal` is what is typed and what is shown. Raises UsageError where the program cannot be started.
    """
    typed, shown = terminal
    with _interrupts_left_to_others():
        try:
            process = subprocess.Popen(vector, stdin=subprocess.PIPE, stdout=shown)
        except (OSError, ValueError) as error:  # not there · NUL in an argument
            raise _unstarted(vector, error) from error
        _write_all(process, chunks)
        code = process.wait()
        os.write(shown, f"\n{prompt}".encode())
        os.read(typed, _LINE)
    return code if code >= 0 else _SIGNALLED - code


def _write_all(process: subprocess.Popen[bytes], chunks: Iterable[bytes]) -> None:
    assert process.stdin
    with suppress(BrokenPipeError):
        for chunk in chunks:
            process.stdin.write(chunk)
    with suppress(BrokenPipeError):
        process.stdin.close()


@contextmanager
def _interrupts_left_to_others() -> Iterator[None]:
    """Ctrl+c is for the program that has the terminal; a handler of ours, unlike SIG_IGN, it does not inherit."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _split(name: str, words: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(words))
    except ValueError as error:
        raise UsageError(_("holds a quotation mark without its partner"), name) from error


def _unstarted(vector: Sequence[str], error: Exception) -> UsageError:
    why = error.strerror if isinstance(error, OSError) else None
    return UsageError(_("cannot be started: {why}").format(why=why or error), vector[0] if vector else "")
