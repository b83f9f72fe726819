"""Heads of answers, and by what an answer is known again."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.sources.answers import is_passing, led_to, wait_of
from zjreader.sources.validators import Validators

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        pytest.param("120", "08:02", id="seconds"),
        pytest.param(" 0 ", "08:00", id="none"),
        pytest.param("Sun, 12 Apr 2026 08:30:00 GMT", "08:30", id="a time"),
        pytest.param("Sun, 12 Apr 2026 08:30:00 -0000", "08:30", id="a time without zone"),
        pytest.param("Sun, 12 Apr 2026 07:30:00 GMT", None, id="a time that has passed"),
        pytest.param("soon", None, id="no time"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_server_says_until_when_it_wants_to_be_left_alone(said: str, until: str | None) -> None:
    found = wait_of(429, {"retry-after": said}, NOW)
    assert (f"{found:%H:%M}" if found else None) == until


@pytest.mark.parametrize("said", ["99999999999999999999", "Mon, 12 Apr 2027 08:00:00 GMT"])
def test_nobody_is_left_alone_for_longer_than_a_day(said: str) -> None:
    assert str(wait_of(503, {"retry-after": said}, NOW)) == "2026-04-13 08:00:00+00:00"


@given(st.text(max_size=40))
def test_whatever_a_server_says_of_waiting_is_understood_or_left(said: str) -> None:
    until = wait_of(429, {"retry-after": said}, NOW)
    assert until is None or until >= NOW


def test_only_a_busy_server_is_left_alone() -> None:
    assert wait_of(500, {"retry-after": "120"}, NOW) is None


@pytest.mark.parametrize(
    ("status", "location", "to"),
    [
        pytest.param(302, "/b?c=1", "https://news.example/b?c=1", id="a path"),
        pytest.param(301, "//m.example/", "https://m.example/", id="another host"),
        pytest.param(307, " b ", "https://news.example/a/b", id="beside it"),
        pytest.param(308, "http://a.example/", "http://a.example/", id="an address"),
        pytest.param(304, "/b", None, id="no redirect"),
        pytest.param(303, "", None, id="nowhere"),
        pytest.param(302, "http://[::1/", "http://[::1/", id="what is no address"),
    ],
)
def test_an_answer_leads_on(status: int, location: str, to: str | None) -> None:
    assert led_to(status, {"location": location}, "https://news.example/a/") == to


@given(st.text(max_size=40), st.sampled_from(["https://a.example/", "http://lin:geheim@[::1]:8/x"]))
def test_wherever_a_server_sends_is_understood(location: str, address: str) -> None:
    assert led_to(301, {"location": location}, address) or not location.strip()


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_any_validators_come_back_from_their_stamp_and_can_be_sent(etag: str, modified: str, digest: str) -> None:
    validators = Validators.of({"etag": etag, "last-modified": modified}, digest)
    assert Validators.read_back(validators.stamp) == validators
    assert all(value.isascii() and value.isprintable() for value in validators.headers.values())


@pytest.mark.parametrize("stamp", [None, "", "123:456", "[]", json.dumps({"a": 1}), "12"])
def test_another_stamp_holds_none(stamp: str | None) -> None:
    assert Validators.read_back(stamp) is None


@pytest.mark.parametrize(
    ("statuses", "passing"),
    [
        pytest.param((408, 425, 429, 500, 502, 503, 504, 599), True, id="a server that fails now"),
        pytest.param((204, 304, 400, 401, 403, 404, 410, 451), False, id="an answer"),
    ],
)
def test_what_may_pass_is_told_from_what_is_so(statuses: tuple[int, ...], passing: bool) -> None:
    assert {is_passing(status) for status in statuses} == {passing}
