"""What is copied is what the source wrote, without what is only drawn."""

import pytest

from tests.tui.newsroom import NEWS, article
from zjreader.article import Article, Span
from zjreader.text.clean import clean_line
from zjreader.tui.copying import PARTS, PARTS_BY_KEY

LINKED = NEWS[0]._replace(url=clean_line("https://news.example/a/1"))
FOUL = NEWS[0]._replace(url=clean_line("javascript:alert(1)"))
LITTLE = article("只有标题", publisher=None, day=None)

CASES = [
    pytest.param("y", LINKED, Span(0, 1), "https://news.example/a/1", id="the link"),
    pytest.param("y", FOUL, Span(0, 1), None, id="no link but a web link"),
    pytest.param("y", NEWS[0], Span(0, 1), None, id="no link"),
    pytest.param("t", NEWS[1], Span(0, 1), "老街上的修表铺 守着一座城的时间", id="the title"),
    pytest.param("c", NEWS[3], Span(0, 1), "林一舟. 港口新航线开通[N]. 江城晚报, 2026-11-17.", id="a citation"),
    pytest.param("p", NEWS[0], Span(1, 2), "怎样申请", id="a paragraph"),
    pytest.param("p", NEWS[0], Span(3, 5), "\n".join(block.text for block in NEWS[0].blocks[3:5]), id="two"),
    pytest.param("p", article("只有标题"), Span(0, 1), None, id="no paragraph"),
    pytest.param("p", NEWS[1], Span(0, 1), NEWS[1].summary, id="a teaser's opening"),
    pytest.param(
        "a",
        NEWS[3]._replace(editor=clean_line("苏禾"), url=clean_line("https://news.example/a/1")),
        Span(0, 1),
        "港口新航线开通\n江城晚报 · 财经 · 江城 · 2026-11-17 · by 林一舟\n\n每周两班，企业出海更近了。\n\n"
        "editor: 苏禾\nhttps://news.example/a/1",
        id="all",
    ),
    pytest.param("a", LITTLE, Span(0, 1), "只有标题\n财经 · 江城", id="all of little"),
]


@pytest.mark.parametrize(("key", "news", "chosen", "text"), CASES)
def test_what_is_copied(key: str, news: Article, chosen: Span, text: str | None) -> None:
    assert PARTS_BY_KEY[key].text(news, chosen) == text


def test_each_part_has_a_key_of_its_own() -> None:
    assert [part.key for part in PARTS] == list("ytcpa")
    assert len(PARTS_BY_KEY) == len(PARTS)
