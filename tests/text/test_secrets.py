"""What opens an address is shown nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.clean import clean_line
from zjreader.text.secrets import masked


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("https://lin:geheim@a.example/f", "https://lin:***@a.example/f", id="a password"),
        pytest.param("https://lin:ge@heim@a.example/f", "https://lin:***@a.example/f", id="with a sign in it"),
        pytest.param("https://geheim@a.example/f", "https://***@a.example/f", id="a key for a name"),
        pytest.param(
            "http://a.example/f?x=1&access_token=geheim", "http://a.example/f?x=1&access_token=***", id="a token"
        ),
        pytest.param("http://a.example/f?KEY=geheim#a", "http://a.example/f?KEY=***#a", id="a key"),
        pytest.param(
            "读 https://a:geheim@b/ 和 http://c/?token=geheim 时",
            "读 https://a:***@b/ 和 http://c/?token=*** 时",
            id="two",
        ),
        pytest.param("http://a/?token=ge:heim: gone", "http://a/?token=***: gone", id="a token before a colon"),
        pytest.param("http://a.example/f?monkey=1", "http://a.example/f?monkey=1", id="another name"),
        pytest.param("http://a.example:80/@lin", "http://a.example:80/@lin", id="a sign in the path"),
        pytest.param("lin@a.example?token=1", "lin@a.example?token=1", id="no address"),
    ],
)
def test_secrets_are_masked_and_nothing_else(said: str, shown: str) -> None:
    assert masked(clean_line(said)) == shown


WORDS = st.text("abc:/?&=@#.*", max_size=30)


@given(WORDS, WORDS)
def test_what_was_masked_is_not_masked_again(before: str, after: str) -> None:
    once = masked(clean_line(f"{before}https://{after}?token=geheim"))
    assert masked(once) == once


@given(st.text("abcxyz0189-._~%!$", min_size=1, max_size=12).filter(lambda word: word not in "***"))
def test_no_password_is_left(word: str) -> None:
    assert masked(clean_line(f"https://lin:{word}@news.example/")) == "https://lin:***@news.example/"
