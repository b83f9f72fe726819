"""Requests and their answers, as values: what is asked of the network, under which limits, and what came of it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from zjreader.article import UNREACHED, UNSAID, Document, Problem, Reach, SourceSettings
from zjreader.sources.addresses import Place, place_of
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean

Resolve = Callable[[Place], Awaitable[Sequence[str]]]
"""The IP addresses of a host, the best first; raises OSError."""


class Limits(NamedTuple):
    """How long and how much, in seconds and bytes behind all coding; `total` is for all redirects together."""

    connect: float = 10.0
    total: float = 30.0
    most_bytes: int = 32 << 20
    redirects: int = 5
    per_host: int = 2
    at_once: int = 16


class Network(NamedTuple):
    """What the outside is to a run: its proxies, its clock, how far it is trusted, and who knows names (the system).

    `stop` ends what is under way.
    """

    environ: Mapping[str, str]
    now: Callable[[], datetime]
    limits: Limits = Limits()
    resolve: Resolve | None = None
    stop: Stop | None = None


class Request(NamedTuple):
    """An address to be read, as it was given.

    `stamp` is the state in which it was last taken whole, `reach` how it answered then. `trusts` is the one place that
    may lie in a private network, because a person typed its address.
    """

    address: Clean
    settings: SourceSettings = UNSAID
    stamp: str | None = None
    reach: Reach = UNREACHED
    trusts: Place | None = None


def typed(address: Clean, settings: SourceSettings = UNSAID) -> Request:
    """The request for an address that a person types."""
    return Request(address, settings, trusts=place_of(address))


class Answer(NamedTuple):
    """What came of a request; of one that was unchanged, a document with the stamp it had.

    `passing` tells of a problem that it may be none another time.
    """

    request: Request
    came: Document | Problem
    reach: Reach
    passing: bool = False
