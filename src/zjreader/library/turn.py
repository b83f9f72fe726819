"""Whose turn it is to write a library: one process at a time, and in it one thread.

Threads of one process wait for each other as long as it takes, since what they do is wanted by one person; for another
process they wait so long and no longer.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

from zjreader.errors import LockedError
from zjreader.library.durable import lock
from zjreader.library.paths import Paths
from zjreader.messages import _


@contextmanager
def turn(paths: Paths, lock_wait: float) -> Iterator[None]:
    """Write alone. Raises OSError, and LockedError where it is another's turn, for too long or with a wait of 0."""
    own = _of(paths.library)
    with ExitStack() as held:
        if not own.acquire(blocking=lock_wait > 0):
            raise LockedError(_("this zjreader is writing already"), str(paths.library))
        held.callback(own.release)
        held.enter_context(lock(paths.library.with_name("library.lock"), lock_wait))
        yield


@cache
def _of(_library: Path) -> Lock:
    return Lock()
