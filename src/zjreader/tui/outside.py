"""What the screen may ask of the world outside the terminal, handed in by whoever starts it."""

from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from zjreader.article import Document, Version
from zjreader.corpus.collection import Collection
from zjreader.news import News
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean

Run = Callable[[Sequence[str]], object]
"""Starts a program by its argument vector and does not wait for it; raises UsageError where that cannot be."""

Pipe = Callable[[Sequence[str], Iterable[bytes], Clean], int]
"""Runs a program on the terminal with these bytes as its input, shows a prompt and waits for enter; the exit code.

Raises UsageError where the program cannot be started.
"""


Keep = Callable[[Document], Collection]
"""Takes a document into the library for good and gives all that the library then holds; in whichever thread.

Raises ZjreaderError where it is not kept.
"""


Check = Callable[[], Collection | None]
"""Reads all of what the library is searched by, once; gives what it holds where it had to be made anew; in a thread."""


Versions = Callable[[Clean], tuple[Version, ...]]
"""Every state of the text of the article that bears this id, oldest first.

Raises MissingError where the library holds none such, UnreadableError where it cannot be read.
"""


Act = Literal["update", "due", "fetch", "add", "set", "remove"]


class Errand(NamedTuple):
    """What is done in the background, about these sources, articles or settings.

    `update` reads the sources that are due, or the `names` among them; `due` does so by the clock. `fetch` gets the
    texts of articles by their ids. `add`, `set` and `remove` take a source and, for `set`, its `KEY=VALUE` words.
    """

    act: Act
    names: tuple[Clean, ...] = ()
    words: tuple[Clean, ...] = ()


class Listed(NamedTuple):
    """A source as it is shown: its address in the library and without secrets, its name, and how it is doing.

    `read_at` is when it was last read; `due` when it is to be read again by itself, if ever.
    `device` is the one that gave it, where that is another. `said` are the `KEY=VALUE` words that were said of it.
    """

    address: Clean
    shown: Clean
    name: Clean | None
    articles: int
    full: int
    read_at: datetime | None = None
    due: datetime | None = None
    problem: Clean | None = None
    device: Clean | None = None
    said: tuple[Clean, ...] = ()


class Sources(NamedTuple):
    """What can be done about the library's sources; in whichever thread, and all of it raises ZjreaderError.

    `run` does an errand and tells the news as they come; what was told is kept, also where stopping is wished. `held`
    gives all that the library then holds, `listed` what it reads from.
    """

    run: Callable[[Errand, Stop], Generator[News]]
    held: Callable[[], Collection]
    listed: Callable[[], tuple[Listed, ...]]


def _by_no_program(_text: Clean) -> Clean | None:
    return None


class Outside(NamedTuple):
    """`open_link` gives an http(s) address to a browser, `run` starts a program.

    `pipe` lends the terminal to a program that is given bytes to read, and waits for it.
    `copy` gives a text to a clipboard and names the program that it used. `keep` takes what is pasted into the library;
    None where a screen keeps nothing. `check` looks for damage while the reader reads. `versions` tells what an article
    was before; None where nothing is kept of that. `sources` opens what is read from, in the thread that asks; None
    where a screen reads from nothing for good.
    """

    open_link: Callable[[Clean], None] | None = None
    copy: Callable[[Clean], Clean | None] = _by_no_program
    run: Run | None = None
    pipe: Pipe | None = None
    keep: Keep | None = None
    check: Check | None = None
    versions: Versions | None = None
    sources: Callable[[], Sources] | None = None


ALONE = Outside()
"""Nothing outside: links stay where they are, texts are copied by the terminal alone."""
