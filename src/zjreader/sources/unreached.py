"""Why a machine could not be talked to, as a sentence: by the system's own errors, which lie below the client's."""

import errno
import socket
import ssl
from collections.abc import Iterator

from zjreader.messages import _

_REFUSED = frozenset({errno.ECONNREFUSED, errno.ECONNRESET})
_NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})


def why_unreached(error: BaseException) -> str:
    """The sentence; in the system's words where they are none that often come."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _("is not safe to talk to: {why}").format(why=cause.verify_message)
        if isinstance(cause, ssl.SSLError):
            return _("speaks no TLS, or none that is safe")
        if isinstance(cause, socket.gaierror):
            return _("could not be reached: no host of this name is known, or the network is down")
        if isinstance(cause, OSError) and cause.errno in _REFUSED:
            return _("could not be reached: nobody answers at this port")
        if isinstance(cause, OSError) and cause.errno in _NO_WAY:
            return _("could not be reached: no way leads there, or the network is down")
    return _("could not be reached: {why}").format(why=error)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and what led to it, the last first."""
    under_way: BaseException | None = error
    while under_way:
        yield under_way
        under_way = under_way.__cause__ or under_way.__context__
