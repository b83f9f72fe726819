"""What a person names on the command line -> documents: an address is fetched, anything else is a path."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from zjreader.article import Document, Problem
from zjreader.errors import UsageError
from zjreader.messages import _
from zjreader.parse.listed import plain
from zjreader.sources import files
from zjreader.sources.addresses import is_address
from zjreader.sources.archives import unpacked
from zjreader.sources.files import Surroundings
from zjreader.sources.request import Answer, Network, Request, typed
from zjreader.sources.settings import applied
from zjreader.text.clean import Clean, clean_line

_LIKE_ADDRESS: Final = re.compile(
    r"(?P<web>https?:)|(?P<scheme>[a-z][a-z0-9+.-]+:/)|www\.|[\w-]+(?:\.[\w-]+)+:[0-9]+(?:/|\Z)", re.IGNORECASE
)
"""What would pass for the path of a missing file, and is an address somehow."""


def is_source(word: str) -> bool:
    """Whether a bare word on the command line names something that can be read."""
    return is_address(word) or files.is_source(word)


def meant(word: str) -> str:
    """The source that a person means by a word: of `feed:` the address behind it.

    Raises UsageError for what is an address, and none that can be read.
    """
    address = plain(clean_line(word))
    if is_address(address):
        return word if is_address(word) else address
    found = _LIKE_ADDRESS.match(word)
    if not found or files.is_source(word):
        return word
    if found["web"]:
        raise UsageError(_("is no address of the web"), word)
    if found["scheme"]:
        raise UsageError(_("only http and https are read, not {address}").format(address=word))
    raise UsageError(_("no such file or folder; an address begins with https://"), word)


def address_of(word: str) -> Clean:
    """The address under which the library knows what a word names: an address itself, a path from the root."""
    return clean_line(word if is_address(word) else os.path.abspath(word))  # noqa: PTH100 -- globs too


def documents(words: Sequence[str], around: Surroundings) -> Iterator[Document | Problem]:
    """The documents of all these sources, in their order; addresses are fetched together, at the first of them."""
    answered: dict[Clean, Answer] = {}
    for word in words:
        if not is_address(word):
            yield from files.documents(word, around)
            continue
        if not answered:
            asked = [typed(clean_line(each)) for each in words if is_address(each)]
            answered = {answer.request.address: answer for answer in answers(asked, around)}
        yield from documents_of(answered[clean_line(word)], around)


def answers(requests: Iterable[Request], around: Surroundings) -> Iterator[Answer]:
    """What comes of these requests, as it comes."""
    from zjreader.sources.http import fetched  # httpx2, 100 ms, where something is fetched

    return fetched(requests, Network(around.environ, around.now, stop=around.stop))


def documents_of(answer: Answer, around: Surroundings) -> Iterator[Document | Problem]:
    """The documents that an answer holds, with what was said of its source; those of an archive are its members."""
    if isinstance(answer.came, Problem):
        yield answer.came
        return
    for came in unpacked(answer.came, around.zone):
        yield applied(came, answer.request.settings) if isinstance(came, Document) else came
