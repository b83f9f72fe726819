"""A title is told from all the places where a page writes it, whatever sites add and templates cut off."""

import pytest

from zjreader.parse.asked import UNTOLD
from zjreader.parse.markup import lines, page
from zjreader.parse.page_facts import facts
from zjreader.parse.page_title import title

SHOWN = "城南老桥修缮完工 沿河步道开放"
FIRST = "城南老桥昨日恢复通行，沿河两岸的步道同时向市民开放。"


def title_of(head: str, above: str) -> tuple[str, bool]:
    """The title, and whether a line of the page shows it."""
    found = page(f"<html><head>{head}</head><body>{above}<p>{FIRST}</p></body></html>".encode(), UNTOLD)
    assert found is not None
    shown = list(lines(found.root))
    named, at = title(shown, len(shown) - 1, facts(found.root, UNTOLD))
    return named, at is not None


@pytest.mark.parametrize(
    ("head", "above"),
    [
        pytest.param(f"<title>{SHOWN}_民生_河东网</title>", f"<div>{SHOWN}</div>", id="where the head begins with it"),
        pytest.param("", f"<h1>{SHOWN}</h1>", id="a heading"),
        pytest.param(
            "<title>新闻动态--河东学会</title>",
            f"<h5>{SHOWN}</h5><p>发布时间：2026-03-05</p>",
            id="a small heading above a byline",
        ),
        pytest.param(f"<title>{SHOWN}</title>", f"<h1>河东新闻中心</h1><p>{SHOWN}</p>", id="and not the banner"),
        pytest.param(
            "<meta property=og:title content=城南老桥修缮完工>", f"<h2>{SHOWN}</h2>", id="whole, where it was cut off"
        ),
        pytest.param(f"<title>{SHOWN}</title>", f"<h2><i>原创</i>{SHOWN}</h2>", id="without a badge"),
        pytest.param(f"<title>{SHOWN}</title>", f"<h2>【原创】{SHOWN}</h2>", id="without a badge in brackets"),
        pytest.param(
            f"<title>{SHOWN} - 河东生活 - Powered by Luntan!</title>",
            f"<h1><a>[本地]</a> <span>{SHOWN}</span> <span>[复制链接]</span></h1>",
            id="between a forum's buttons",
        ),
        pytest.param(
            f"<title>明日看点--{SHOWN}</title>", f"<div class=title-text>{SHOWN}</div>", id="behind a column's name"
        ),
        pytest.param(
            f"<title>{SHOWN} - 河东网</title>",
            f"<div>首页 &gt; {SHOWN}</div><h1><a href=/1>{SHOWN}</a></h1>",
            id="not in the path, though a link",
        ),
    ],
)
def test_a_shown_title_is_taken_as_it_is_shown(head: str, above: str) -> None:
    assert title_of(head, above) == (SHOWN, True)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"<title>{SHOWN}_民生频道_河东网</title>", id="behind lines"),
        pytest.param(f"<title>{SHOWN} - 河东日报</title>", id="behind a dash between blanks"),
        pytest.param(f"<title>{SHOWN}-河东网</title>", id="behind a dash"),
        pytest.param(f"<title>{SHOWN} | 生活 | 河东新闻网</title>", id="behind bars"),
        pytest.param(f"<title>{SHOWN}--河东在线</title>", id="behind two dashes"),
        pytest.param(f"<meta property=og:title content='{SHOWN}'>", id="nowhere"),
    ],
)
def test_a_title_in_the_head_alone_loses_the_name_of_the_site(head: str) -> None:
    assert title_of(head, "<p>2026-03-05</p>") == (SHOWN, False)


def test_a_title_without_end_is_looked_at_as_far_as_titles_go() -> None:
    assert len(title_of(f"<title>{'老桥 | ' * 100_000}</title>", "")[0]) <= 300


def test_a_dash_inside_a_title_stays() -> None:
    assert title_of("<title>老桥-步道</title>", "") == ("老桥-步道", False)


def test_without_any_other_the_likeliest_line_is_the_title() -> None:
    assert title_of("", "<p>老桥修缮完工</p><p>2026-03-05</p>") == ("老桥修缮完工", True)
    assert title_of("", "") == (FIRST, False)


def test_a_line_that_begins_a_longer_title_is_none() -> None:
    whole = "河东市人民代表大会常务委员会关于批准修缮城南老桥的决议"
    assert title_of(f"<title>{whole}</title>", "<p>河东市人民代表大会常务委员会</p>") == (whole, False)
