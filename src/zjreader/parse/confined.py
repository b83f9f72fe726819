"""Limits that the system sets to a process of ours which reads foreign markup: time for each document, and memory.

The process limits itself, so that the limits hold as well once nobody waits for it any more. Where the system does not
tell a process its size (macOS, which heeds no such limit either), memory is not limited.
"""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NO_MEMORY: Final = 12
"""What a process ends with that may not grow any more (ENOMEM)."""

SIZES: Final = Path("/proc/self/statm")
"""The sizes of this process in pages, the whole of it first (proc(5))."""


def limit_memory(more: int, sizes: Path = SIZES) -> None:
    """Let this process grow by so many bytes; what needs more gets a MemoryError. A crash leaves no file behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sizes.exists():
        size = int(sizes.read_text("ascii").split()[0]) * resource.getpagesize()
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size + more, hard))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End this process by SIGALRM if what is done here takes longer, whatever code is running then."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
