"""Links by letters: which there are, their labels, and the host that a reader is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.newsroom import NEWS, article
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.article_lines import page_lines
from zjreader.tui.hints import hints_on, labels, shown_host, typed_out


@given(st.integers(0, 800))
def test_labels_are_apart_and_none_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert len(set(map(len, made))) <= 1
    assert all(label.isascii() and label.islower() for label in made)


def test_few_links_have_labels_of_one_letter() -> None:
    assert labels(3) == ("f", "j", "d")
    assert {len(label) for label in labels(26)} == {1}
    assert {len(label) for label in labels(27)} == {2}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param("详见https://a.example/1。", ["https://a.example/1"], id="up to the Chinese full stop"),
        pytest.param("（http://a.example/?x=1）", ["http://a.example/?x=1"], id="in brackets"),
        pytest.param("HTTPS://A.example 与 http://b.example/", ["HTTPS://A.example", "http://b.example/"], id="two"),
        pytest.param("see http://a.example/x, then", ["http://a.example/x"], id="without the comma"),
        pytest.param("javascript:alert(1) file:///etc/passwd ftp://a.example", [], id="nothing but the web"),
    ],
)
def test_addresses_in_a_text_are_links(text: str, links: list[str]) -> None:
    lines = page_lines(article("题", text), 80)
    assert [hint.link for hint in hints_on(lines, 0, len(lines))] == links


def test_only_links_that_begin_in_sight_have_a_hint_drawn_where_they_begin() -> None:
    lines = page_lines(article("题", "一" * 30 + "https://a.example/" + "x/" * 60, "见 http://b.example"), 60)
    begins = next(number for number, line in enumerate(lines) if "https" in line.shown)
    (first,) = hints_on(lines, begins, 1)
    assert lines[begins].shown[first.at :].startswith("https")
    assert [hint.link for hint in hints_on(lines, begins + 1, 9)] == ["http://b.example"]


def test_the_articles_own_link_has_a_hint() -> None:
    lines = page_lines(NEWS[3]._replace(url=clean_line("https://news.example/a/1")), 60)
    assert [hint.link for hint in hints_on(lines, 0, len(lines))] == ["https://news.example/a/1"]


def test_letters_leave_the_hints_that_begin_so() -> None:
    lines = page_lines(article("题", " ".join(f"http://a.example/{number}" for number in range(30))), 80)
    hints = hints_on(lines, 0, len(lines))
    assert typed_out(hints, "") == hints
    assert len(typed_out(hints, hints[0].label[0])) == 26
    assert typed_out(hints, hints[3].label) == (hints[3],)
    assert typed_out(hints, "!") == ()


@pytest.mark.parametrize(
    ("link", "host"),
    [
        pytest.param("https://news.example/a", "news.example", id="plain"),
        pytest.param("https://gov.example@foul.example/", "foul.example", id="a name before the host is no host"),
        pytest.param("https://foul.example\\@gov.example/", "foul.example", id="a backslash ends it, as in browsers"),
        pytest.param("https://NEWS.example:8443/a", "news.example", id="port and case do not matter"),
        pytest.param("https://\u0430pple.example/", "xn--pple-43d.example", id="look-alikes cannot be hidden"),
        pytest.param("https:///a", None, id="no host"),
        pytest.param("https://[::1", None, id="no address"),
        pytest.param("https://" + "新" * 70 + ".example", None, id="a name that cannot be"),
    ],
)
def test_the_host_that_a_browser_would_ask(link: str, host: str | None) -> None:
    assert shown_host(Clean(link)) == host
