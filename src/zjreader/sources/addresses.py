"""Addresses on the network, as text: which words are some, whom they ask, and by which proxy. Only http and https."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from zjreader.text.clean import Clean, clean_line

_PORTS: Final = {"http": 80, "https": 443}


class Place(NamedTuple):
    """Whom an address asks: the host in lower case, as a name or a number, and the port."""

    host: str
    port: int


def is_address(word: str) -> bool:
    """Whether a word on the command line is the address of something on the network."""
    return word.lower().startswith(("http://", "https://"))


def place_of(address: str) -> Place | None:
    """Whom the address asks; None where it is none that is fetched."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    return Place(parts.hostname, port or _PORTS[parts.scheme])


def without_user(address: str) -> Clean:
    """The address without name and password, which links and records do without."""
    parts = urlsplit(address)
    return clean_line(urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])))


def with_user_of(address: str, before: str) -> str:
    """The address a redirect leads to, asked as the same user while host, port and scheme stay the same."""
    to, came = urlsplit(address), urlsplit(before)
    user = came.netloc.rpartition("@")[0]
    same = to.scheme == came.scheme and place_of(address) == place_of(before)
    return urlunsplit(to._replace(netloc=f"{user}@{to.netloc}")) if user and same and "@" not in to.netloc else address


def proxy_of(scheme: str, host: str, environ: Mapping[str, str]) -> str | None:
    """The proxy that the environment names for a host, in either case: `HTTPS_PROXY`, `ALL_PROXY`, but for `NO_PROXY`.

    A name there stands for what lies below it too, `*` for every host.
    """
    named = {name.lower(): value for name, value in sorted(environ.items()) if name.lower().endswith("_proxy")}
    direct = [name.strip().removeprefix("*.").lstrip(".") for name in named.get("no_proxy", "").split(",")]
    if any(name and (name in {"*", host} or host.endswith(f".{name}")) for name in direct):
        return None
    proxy = named.get(f"{scheme}_proxy") or named.get("all_proxy")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"
