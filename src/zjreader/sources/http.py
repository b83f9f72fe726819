"""Addresses -> documents, many at once: the only room that knows the HTTP client.

Promises an answer for each request, within its time, never larger than its limit, from the machine that was checked and
no other: a name is resolved once and that address connected to, at each redirect again. TLS is never ignored, no cookie
is kept, and nothing but GET is ever sent.
"""

import asyncio
import hashlib
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, NamedTuple, cast

import httpx2

from zjreader import __version__
from zjreader.article import Document, Problem
from zjreader.errors import PassingError, UnreadableError
from zjreader.messages import _
from zjreader.sources import addresses, answers
from zjreader.sources.addresses import Place
from zjreader.sources.request import Answer, Network, Request
from zjreader.sources.slots import Slots
from zjreader.sources.spool import MOST_HELD, kept
from zjreader.sources.together import arriving, in_turns
from zjreader.sources.unreached import why_unreached
from zjreader.sources.validators import Validators
from zjreader.sources.way import Way
from zjreader.text.secrets import masked

_ASKED_AS: Final = f"zjreader/{__version__}"
_WANTED: Final = {
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.8",
    "Accept-Language": "zh, en;q=0.5",
}


def fetched(requests: Iterable[Request], network: Network) -> Iterator[Answer]:
    """The answers as they come; whoever stops taking them stops what is under way."""
    fetcher = _Fetcher(network)
    return arriving(fetcher.answer, in_turns(requests, _host), network.stop)


def _host(request: Request) -> str:
    place = addresses.place_of(request.reach.moved or request.address)
    return place.host if place else ""


async def resolved(place: Place) -> Sequence[str]:
    """The IP addresses of a host, as the system knows them. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_kind, where in found))


class _Fetcher:
    """Answers requests, on one loop."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._resolve = network.resolve or resolved
        self._slots = Slots(network.limits.at_once, network.limits.per_host)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return httpx2.create_ssl_context()

    async def answer(self, request: Request) -> Answer:
        """What comes of a request, whatever it is."""
        way = Way(request, self._network.limits.redirects)
        try:
            return Answer(request, await self._document(way), way.proven)
        except UnreadableError as error:
            problem = Problem(masked(request.address), masked(error.what), skipped=1, unreadable=True)
            return Answer(request, problem, way.failed, passing=isinstance(error, PassingError))

    async def _document(self, way: Way) -> Document:
        """What lies at the end of the way."""
        loop, left = asyncio.get_running_loop(), self._network.limits.total
        while True:
            place = way.place
            async with self._slots.of(place.host):
                began = loop.time()
                with _in_our_words():
                    async with asyncio.timeout(left):
                        document = await self._hop(way, place)
                left -= loop.time() - began
            if document:
                return document

    async def _hop(self, way: Way, place: Place) -> Document | None:
        """What one host answers; None where it led the way on."""
        url = httpx2.URL(way.url)
        if proxy := addresses.proxy_of(url.scheme, place.host, self._network.environ):
            way.allow_unseen(place)
            return await self._asked(way, url, proxy)
        *others, last = way.allowed(place, await self._resolve(place))
        for number in others:
            with suppress(httpx2.ConnectError, httpx2.ConnectTimeout):
                return await self._asked(way, url.copy_with(host=number))
        return await self._asked(way, url.copy_with(host=last))

    async def _asked(self, way: Way, url: httpx2.URL, proxy: str | None = None) -> Document | None:
        """What the machine at `url` says; by its certificate it has to be the one that the way names."""
        named, limits = httpx2.URL(way.url), self._network.limits
        client = httpx2.AsyncClient(
            verify=self._trust,
            trust_env=False,
            proxy=proxy,
            timeout=httpx2.Timeout(limits.total, connect=limits.connect),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )
        headers = {**_headers(way.request), "Host": named.netloc.decode("ascii")}
        known_as = {"sni_hostname": named.raw_host.decode("ascii")}
        async with client, client.stream("GET", url, headers=headers, extensions=known_as) as response:
            return await self._read(way, response)

    async def _read(self, way: Way, response: httpx2.Response) -> Document | None:
        status, headers = response.status_code, response.headers
        if to := answers.led_to(status, headers, way.url):
            way.go_on(to, lasting=answers.is_lasting(status))
            return None
        if status == HTTPStatus.NOT_MODIFIED and way.request.stamp:
            return self._found(way, BytesIO, way.request.stamp)
        if not response.is_success:
            way.wait_until = answers.wait_of(status, headers, self._network.now())
            raised = PassingError if answers.is_passing(status) else UnreadableError
            raise raised(answers.refusal(status))
        body = await _body(response, self._network.limits.most_bytes)
        if not body.size:
            raise PassingError(answers.refusal(status))
        validators, before = Validators.of(headers, body.digest), Validators.read_back(way.request.stamp)
        stamp = (before if before and before.digest == body.digest else validators).stamp
        return self._found(way, body.open, stamp)._replace(charset=response.charset_encoding)

    def _found(self, way: Way, opener: Callable[[], BinaryIO], stamp: str) -> Document:
        request = way.request
        return Document(
            masked(request.address),
            request.address,
            opener,
            self._network.now(),
            stamp=stamp,
            url=addresses.without_user(way.url),
        )


def _headers(request: Request) -> dict[str, str]:
    before = Validators.read_back(request.stamp)
    return {**_WANTED, "User-Agent": request.settings.user_agent or _ASKED_AS, **(before.headers if before else {})}


class _Body(NamedTuple):
    """What an answer holds, unpacked: what opens it, as often as it is wanted, its hash and its size in bytes."""

    open: Callable[[], BinaryIO]
    digest: str
    size: int


async def _body(response: httpx2.Response, most: int) -> _Body:
    digest = hashlib.sha256()
    with SpooledTemporaryFile(MOST_HELD) as held:
        async for piece in response.aiter_bytes():
            digest.update(piece)
            if held.tell() + len(piece) > most:
                raise UnreadableError(_("is larger than {size} MB, stopped").format(size=most >> 20))
            held.write(piece)
        size = held.tell()
        held.seek(0)
        return _Body(kept(cast("BinaryIO", held)), digest.hexdigest(), size)


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Whatever goes wrong with a hop, as UnreadableError; where it may pass, as PassingError."""
    try:
        yield
    except (TimeoutError, httpx2.TimeoutException) as error:
        raise PassingError(_("did not answer in time")) from error
    except httpx2.DecodingError as error:
        raise UnreadableError(_("damaged here, not read further")) from error
    except (httpx2.ReadError, httpx2.WriteError, httpx2.CloseError, httpx2.RemoteProtocolError) as error:
        raise PassingError(_("broke off before its end")) from error
    except (httpx2.HTTPError, OSError) as error:
        raise PassingError(why_unreached(error)) from error
    except (httpx2.InvalidURL, UnicodeError) as error:  # the last of names too long for IDNA
        raise UnreadableError(_("could not be reached: {why}").format(why=error)) from error
