"""What the screen may ask of the world outside the terminal, handed in by whoever starts it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from zjreader.article import Document, Version
from zjreader.corpus.collection import Collection
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


def _by_no_program(_text: Clean) -> Clean | None:
    return None


class Outside(NamedTuple):
    """`open_link` gives an http(s) address to a browser, `run` starts a program.

    `pipe` lends the terminal to a program that is given bytes to read, and waits for it.
    `copy` gives a text to a clipboard and names the program that it used. `keep` takes what is pasted into the library;
    None where a screen keeps nothing. `check` looks for damage while the reader reads. `versions` tells what an article
    was before; None where nothing is kept of that.
    """

    open_link: Callable[[Clean], None] | None = None
    copy: Callable[[Clean], Clean | None] = _by_no_program
    run: Run | None = None
    pipe: Pipe | None = None
    keep: Keep | None = None
    check: Check | None = None
    versions: Versions | None = None


ALONE = Outside()
"""Nothing outside: links stay where they are, texts are copied by the terminal alone."""
