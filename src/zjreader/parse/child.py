"""The process that reads pages and feeds for us, so that no markup can hang, swell or crash the reader.

One for the whole run: started when it is first asked, started anew after it had to be given up, ended with us. It has
no terminal, holds nothing of ours but the documents it is asked about, and what it says is taken as values alone.
"""

import atexit
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import BinaryIO, Final, NamedTuple, cast

from zjreader.errors import UnreadableError
from zjreader.messages import _, _n, language
from zjreader.parse import frames
from zjreader.parse.answer import Answer
from zjreader.parse.asked import Asked
from zjreader.parse.confined import NO_MEMORY
from zjreader.parse.question import Kind, Question

SECONDS: Final = 5.0
"""Within which a document is read, or given up; a page of news takes a hundredth of one."""

MEMORY: Final = 256 << 20
"""Bytes by which a document may make the process grow."""

_FAREWELL: Final = 0.5
"""Seconds in which a process that said its last can tell how it ends."""

_PROGRAM: Final = "import sys; sys.path[:] = sys.argv[3:]; from zjreader.parse.walled import main; main()"
"""Isolated, and with our own places to import from, it finds what we find and nothing else."""


class Limits(NamedTuple):
    """What one document may take: seconds, and bytes above those of the process that waits for it."""

    seconds: float = SECONDS
    memory: int = MEMORY


LIMITS: Final = Limits()


class Child:
    """A process behind the wall; any thread may ask it."""

    def __init__(self, limits: Limits = LIMITS, program: str = _PROGRAM) -> None:
        """`program` is what the process runs; nothing is started yet."""
        self._limits = limits
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def ask(self, kind: Kind, data: bytes, asked: Asked) -> Answer:
        """What the document comes to; raises UnreadableError where reading it had to be given up."""
        with self._lock:
            answer = self._answer(Question.of(kind, data, asked, language()))
            if answer is None:
                raise UnreadableError(self._why(self._end(_FAREWELL)))
            return answer

    def end(self) -> None:
        """End the process, whatever it is about; another one is started if there is another question."""
        if process := self._process:
            process.kill()
        with self._lock:
            self._end()

    def _answer(self, question: Question) -> Answer | None:
        process = self._process = self._process or self._started()
        try:
            frames.put(cast("BinaryIO", process.stdin), question)
            return frames.taken(cast("BinaryIO", process.stdout), Answer)
        except BrokenPipeError:
            return None
        except BaseException:
            self._end()  # half a question or half an answer is in its pipes
            raise

    def _started(self) -> subprocess.Popen[bytes]:
        limits = self._limits
        return subprocess.Popen(
            [sys.executable, "-I", "-c", self._program, str(limits.seconds), str(limits.memory), *_places()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _end(self, farewell: float = 0) -> int:
        """How the process ended, by itself within the seconds of a farewell or else by us: it holds nothing to save."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(subprocess.TimeoutExpired):
            process.wait(farewell)
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                cast("BinaryIO", stream).close()
        return process.wait()

    def _why(self, ended: int) -> str:
        if ended == -signal.SIGALRM:
            seconds = round(self._limits.seconds)
            return _n("not read within {count} second, given up", "not read within {count} seconds, given up", seconds)
        return _("needs too much memory, given up") if ended == NO_MEMORY else _("breaks its reader, given up")


def _places() -> Sequence[str]:
    return [place for place in sys.path if place]


@cache
def child() -> Child:
    """The one of this process."""
    one = Child()
    atexit.register(one.end)
    return one
