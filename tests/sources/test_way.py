"""Whom a request may ask on its way, and what is remembered of the way."""

import pytest

from zjreader.article import UNREACHED, Reach
from zjreader.errors import UnreadableError
from zjreader.sources.addresses import Place
from zjreader.sources.request import Request, typed
from zjreader.sources.way import Way
from zjreader.text.clean import Clean

ADDRESS = Clean("https://news.example/feed")
HERE = Place("news.example", 443)
PUBLIC, PRIVATE = "8.8.8.8", "10.0.0.1"


def test_of_a_host_that_nobody_typed_only_public_numbers_are_asked() -> None:
    assert Way(Request(ADDRESS), 5).allowed(HERE, [PRIVATE, PUBLIC]) == [PUBLIC]
    with pytest.raises(UnreadableError):
        Way(Request(ADDRESS), 5).allowed(HERE, [PRIVATE])


def test_a_host_that_was_typed_is_asked_wherever_it_lies_and_no_other() -> None:
    way = Way(typed(ADDRESS), 5)
    assert way.allowed(HERE, [PRIVATE]) == [PRIVATE]
    assert way.proven == Reach(private=True)
    for other in (Place("news.example", 80), Place("other.example", 443)):
        with pytest.raises(UnreadableError):
            way.allowed(other, [PRIVATE])


def test_where_a_host_that_was_typed_lies_is_remembered() -> None:
    way = Way(typed(ADDRESS), 5)
    assert way.allowed(HERE, [PUBLIC]) == [PUBLIC]
    assert way.proven == UNREACHED
    known = typed(ADDRESS)._replace(reach=Reach(private=True))
    assert Way(known, 5).failed == Reach(private=True)  # its name was not found this time


def test_a_proxy_is_sent_to_no_host_that_shows_that_it_is_private() -> None:
    way = Way(Request(ADDRESS), 5)
    way.allow_unseen(HERE)
    with pytest.raises(UnreadableError):
        way.allow_unseen(Place("localhost", 80))
