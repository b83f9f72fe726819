"""Why nobody could be reached is one sentence, whatever the client wraps the system's error in."""

import errno
import socket
import ssl

import pytest

from zjreader.sources.unreached import why_unreached


def wrapped(cause: BaseException) -> BaseException:
    error = RuntimeError("all attempts failed")
    error.__cause__ = OSError("several")
    error.__cause__.__context__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        pytest.param(
            socket.gaierror(-2, "Name or service not known"),
            "could not be reached: no host of this name is known",
            id="a name",
        ),
        pytest.param(
            OSError(errno.ECONNREFUSED, "refused"), "could not be reached: nobody answers at this port", id="a port"
        ),
        pytest.param(
            OSError(errno.ENETUNREACH, "unreachable"), "could not be reached: no way leads there", id="the network"
        ),
        pytest.param(ssl.SSLError(1, "wrong version number"), "speaks no TLS, or none that is safe", id="TLS"),
        pytest.param(
            OSError(errno.EMFILE, "too many files"), "could not be reached: all attempts failed", id="anything else"
        ),
    ],
)
def test_the_system_s_error_is_said(monkeypatch: pytest.MonkeyPatch, cause: OSError, told: str) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    assert why_unreached(wrapped(cause)).startswith(told)
