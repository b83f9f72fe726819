"""A text that only a script shows is read from the JSON that it waits in, if it is under the page's own title."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.asked import UNTOLD
from zjreader.parse.markup import blocks, fragment, page
from zjreader.parse.page_script import kept
from zjreader.parse.web_page import read

TITLE = "城南老桥修缮完工 沿河步道同时开放"
OTHER = "河东新区第二条环线公交今起试运行"
BODY = (
    "城南老桥昨日恢复通行，沿河两岸的步道同时向市民开放，首日有三万多人前来散步。",
    "工程指挥部介绍，修缮自前年春天开始，原计划两年完成，因汛期来得晚，提前了三个月。",
)
LINES = "\n".join(BODY)
MARKUP = "".join(f"<p>{line}</p>" for line in BODY)


def script(said: Any, kind: str = "application/json") -> str:
    return f"<script type='{kind}'>{json.dumps(said, ensure_ascii=False)}</script>"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            script({"@type": "NewsArticle", "headline": TITLE, "articleBody": LINES}, "application/ld+json"),
            id="linked data",
        ),
        pytest.param(
            script({"props": {"pageProps": {"detail": {"title": TITLE, "content": MARKUP}}}}), id="markup, deep"
        ),
        pytest.param(script([{"title": TITLE, "body": list(BODY)}]), id="a list of paragraphs"),
        pytest.param(script({"title": TITLE, "desc": LINES}), id="all of it where most tell of it"),
        pytest.param(
            script({"title": TITLE, "content": [{"type": "p", "text": line} for line in BODY]}), id="a list of parts"
        ),
        pytest.param(script({"title": TITLE, "content": [7, {"type": "img"}, *BODY]}), id="parts that are no text"),
        pytest.param(
            script([{"title": OTHER, "content": LINES}, {"title": TITLE, "content": LINES}]), id="beside others"
        ),
        pytest.param(script({"title": TITLE, "summary": BODY[0], "text": BODY[1], "content": LINES}), id="the longest"),
        pytest.param(
            "<script type='application/json'>{</script>" + script({"title": TITLE, "text": LINES}),
            id="below what is no JSON",
        ),
    ],
)
def test_a_text_is_kept_under_the_pages_title(markup: str) -> None:
    found = kept(fragment(markup), ["", f"{TITLE}_河东新闻网"])
    assert found is not None
    shown = [block.text for block in blocks(found)]
    assert shown == [TITLE, *BODY]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="no script"),
        pytest.param(script({"title": OTHER, "content": LINES}), id="another title"),
        pytest.param(script({"title": "城南", "content": LINES}), id="a title that says too little"),
        pytest.param(script({"content": LINES}), id="no title"),
        pytest.param(script({"title": TITLE, "desc": BODY[0] * 2}), id="an extract"),
        pytest.param(script({"title": TITLE, "description": f"{LINES}……"}), id="what is cut off"),
        pytest.param(script({"title": TITLE, "content": "正在加载"}), id="next to nothing"),
        pytest.param(script({"title": TITLE, "content": LINES}, "text/javascript"), id="a program"),
    ],
)
def test_nothing_else_is(markup: str) -> None:
    assert kept(fragment(markup), [TITLE]) is None


def test_what_is_kept_is_credited_as_it_says() -> None:
    said = {
        "title": TITLE,
        "content": MARKUP,
        "publishTime": "2026-03-05 10:12",
        "source": "河东晚报",
        "author": "林小溪",
    }
    found = page(f"<title>{TITLE}</title><div id='app'></div>{script(said)}".encode(), UNTOLD)
    article = read(found, UNTOLD) if found else None
    assert article is not None
    credit = article.article
    assert (credit.publisher, credit.authors) == ("河东晚报", ("林小溪",))
    assert credit.published is not None
    assert credit.published.text == "2026-03-05T10:12+08:00"


def test_a_text_that_is_shown_goes_before_one_that_is_kept() -> None:
    said = script({"title": TITLE, "content": LINES})
    found = page(
        f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{MARKUP}<p>夜里桥上也有灯。</p></div>{said}".encode(), UNTOLD
    )
    article = read(found, UNTOLD) if found else None
    assert article is not None
    assert article.article.body.endswith("夜里桥上也有灯。")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=80),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["title", "content", "text", "x"]), inner)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_is_a_text_or_none(said: object) -> None:
    found = kept(fragment(script(said).replace("</", "<\\/", script(said).count("</") - 1)), [TITLE])
    assert found is None or blocks(found)
