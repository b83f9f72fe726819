"""Addresses: which words are some, whom they ask, by which proxy, and with which machines may be talked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.sources.addresses import Place, is_address, place_of, proxy_of, with_user_of, without_user
from zjreader.sources.machines import is_local


@pytest.mark.parametrize(
    ("address", "place"),
    [
        pytest.param("https://News.example/a?b", Place("news.example", 443), id="https"),
        pytest.param("HTTP://lin:geheim@news.example:8080", Place("news.example", 8080), id="a user and a port"),
        pytest.param("http://[2001:db8::1]/", Place("2001:db8::1", 80), id="a number"),
        pytest.param("http://新闻.example/", Place("新闻.example", 80), id="Hanzi"),
        pytest.param("file:///etc/passwd", None, id="a file"),
        pytest.param("gopher://news.example/", None, id="another scheme"),
        pytest.param("https:///a", None, id="no host"),
        pytest.param("http://a:99999/", None, id="no port"),
        pytest.param("http://[::1/", None, id="half a number"),
    ],
)
def test_an_address_names_whom_it_asks(address: str, place: Place | None) -> None:
    assert place_of(address) == place


@given(st.text(max_size=30))
def test_any_word_is_an_address_or_is_none(word: str) -> None:
    assert not is_address(word) or word.lower().startswith("http")
    place_of(f"http://{word}")


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1"),  # noqa: S104
        *("192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001::808:808:0:0:80ff:fffe"),
        *("localhost", "a.localhost"),
    ],
)
def test_a_machine_of_a_private_network_is_known_however_it_is_written(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "2400:3200::1", "64:ff9b::808:808", "2002:808:808::", "news.example", ""])
def test_a_public_machine_and_a_name_are_not(host: str) -> None:
    assert not is_local(host)


@given(st.ip_addresses())
def test_any_number_is_judged(number: object) -> None:
    assert is_local(str(number)) in {True, False}


def test_a_user_is_asked_for_again_at_the_same_place_alone() -> None:
    before = "https://lin:geheim@news.example/feed"
    assert with_user_of("https://news.example:443/a", before) == "https://lin:geheim@news.example:443/a"
    for other in (
        "https://other.example/",
        "http://news.example/",
        "https://news.example:8443/",
        "https://a@news.example/",
    ):
        assert with_user_of(other, before) == other
    assert without_user(before) == "https://news.example/feed"


@pytest.mark.parametrize(
    ("environ", "proxy"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"HTTPS_PROXY": "http://p:1"}, "http://p:1", id="of the scheme"),
        pytest.param({"HTTPS_PROXY": "http://p:1", "https_proxy": "http://q:2"}, "http://q:2", id="lower case wins"),
        pytest.param({"http_proxy": "http://p:1"}, None, id="of the other scheme"),
        pytest.param({"ALL_PROXY": "p:1"}, "http://p:1", id="of all, without its scheme"),
        pytest.param({"ALL_PROXY": "p:1", "NO_PROXY": "b.example, news.example"}, None, id="not for this host"),
        pytest.param({"ALL_PROXY": "p:1", "no_proxy": ".example"}, None, id="not for what lies below"),
        pytest.param({"ALL_PROXY": "p:1", "no_proxy": "*.example"}, None, id="with a star"),
        pytest.param({"ALL_PROXY": "p:1", "no_proxy": "*"}, None, id="for no host"),
        pytest.param({"ALL_PROXY": "p:1", "no_proxy": "s.example"}, "http://p:1", id="a name that only ends so"),
    ],
)
def test_the_environment_names_the_proxy(environ: dict[str, str], proxy: str | None) -> None:
    assert proxy_of("https", "news.example", environ) == proxy
