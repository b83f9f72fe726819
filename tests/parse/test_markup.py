"""Pages of any bytes become the lines that their readers saw."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Block
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.markup import Page, blocks, fragment, lines, links, page, text
from zjreader.parse.page_metas import json_ld, metas
from zjreader.text.clean import Clean

NEWS = "城南老桥今起恢复通行，沿河步道同时向行人开放。"
OLD_NEWS = "城南老橋今起恢復通行，沿河步道同時向行人開放。"


def shown(markup: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks(fragment(markup))]


def texts(markup: str) -> list[str]:
    return [text for _, text in shown(markup)]


def page_of(data: bytes, asked: Asked = UNTOLD) -> Page:
    found = page(data, asked)
    assert found is not None
    return found


def declaring(charset: str, news: str = NEWS) -> str:
    return f'<html><head><meta charset="{charset}"><title>{news}</title></head><body><p>{news}</p></body></html>'


@pytest.mark.parametrize(
    ("data", "asked", "encoding", "assumed"),
    [
        pytest.param(declaring("utf-8").encode(), UNTOLD, "utf-8", False, id="UTF-8 as declared"),
        pytest.param(declaring("gb2312").encode("gbk"), UNTOLD, "gb18030", False, id="GBK declared GB2312"),
        pytest.param(declaring("gb2312").encode(), UNTOLD, "utf-8", False, id="UTF-8 declared GB2312"),
        pytest.param(declaring("utf-8").encode("gbk"), UNTOLD, "gb18030", True, id="GBK declared UTF-8"),
        pytest.param(f"<p>{NEWS}".encode("gbk"), UNTOLD, "gb18030", True, id="GBK undeclared"),
        pytest.param(f"<p>{NEWS}".encode("gbk"), Asked(charset="GBK"), "gb18030", False, id="GBK by the header"),
        pytest.param(f"<p>{NEWS}".encode("gbk"), Asked(charset="iso-8859-1"), "gb18030", True, id="a server's default"),
        pytest.param(f"<p>{NEWS}".encode("gbk"), Asked(charset="no such"), "gb18030", True, id="no encoding's name"),
        pytest.param(f"<p>{NEWS}".encode(), Asked(encoding=Clean("utf-8")), "utf-8", False, id="as a person said"),
        pytest.param(codecs.BOM_UTF8 + declaring("gbk").encode(), UNTOLD, "utf-8", False, id="a mark goes before all"),
        pytest.param(declaring("utf-16").encode("utf-16"), UNTOLD, "utf-16", False, id="UTF-16"),
    ],
)
def test_bytes_are_read_by_what_they_are(data: bytes, asked: Asked, encoding: str, assumed: bool) -> None:
    found = page_of(data, asked)
    assert text(found.root) == NEWS
    assert (found.read_as.encoding, found.read_as.assumed) == (encoding, assumed)


def test_big5_is_read_as_declared() -> None:
    assert text(page_of(declaring("big5", OLD_NEWS).encode("big5")).root) == OLD_NEWS


def test_a_stray_byte_is_one_replacement() -> None:
    found = page_of(declaring("utf-8").encode() + b"<p>\xff</p>")
    assert (text(found.root), found.read_as.replaced) == (f"{NEWS} \ufffd", 1)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<html><body><p>上</p></body></html><div>{NEWS}</div>", id="an end in the middle"),
        pytest.param(f"<?xml version='1.0' encoding='gbk'?><html><body>{NEWS}", id="an XML declaration"),
        pytest.param("<div>" * 3000 + NEWS, id="boxes in boxes"),
        pytest.param("<dl><dd>" * 3000 + NEWS, id="lists in lists"),
        pytest.param("<p>\0\x1b[31m" + NEWS, id="control characters"),
        pytest.param('<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;' + NEWS, id="entities"),
    ],
)
def test_the_text_of_broken_pages_is_not_lost(markup: str) -> None:
    assert text(page_of(markup.encode()).root).endswith(NEWS)


@pytest.mark.parametrize("data", [pytest.param(b"", id="nothing"), pytest.param(b"<!--" * 1000, id="comments alone")])
def test_a_page_without_anything_is_none(data: bytes) -> None:
    assert page(data, UNTOLD) is None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>一</p><p>二</p>", [("paragraph", "一"), ("paragraph", "二")], id="paragraphs"),
        pytest.param(
            "一<br>二<br><br>三", [("paragraph", "一"), ("paragraph", "二"), ("paragraph", "三")], id="breaks"
        ),
        pytest.param(
            "前<div>中</div>后", [("paragraph", "前"), ("paragraph", "中"), ("paragraph", "后")], id="around a box"
        ),
        pytest.param("<h2>目</h2><p>文</p>", [("heading", "目"), ("paragraph", "文")], id="a heading"),
        pytest.param("<p><strong>一、清淤</strong></p>", [("heading", "一、清淤")], id="a line in bold is a heading"),
        pytest.param("<p><b>清淤完成。</b></p>", [("paragraph", "清淤完成。")], id="a sentence in bold is none"),
        pytest.param("<p><b>清淤</b>完成</p>", [("paragraph", "清淤完成")], id="a word in bold is none"),
        pytest.param("<ul><li>甲<li>乙</ul>", [("item", "甲"), ("item", "乙")], id="points"),
        pytest.param("<blockquote><p>引</p></blockquote>", [("quote", "引")], id="a quote"),
        pytest.param("<figure><figcaption>图</figcaption></figure>", [("caption", "图")], id="a caption"),
        pytest.param('<p class="img-desc">图</p>', [("caption", "图")], id="a caption by its class"),
        pytest.param("<p><small>注</small></p>", [("paragraph", "注")], id="small type inside a paragraph"),
        pytest.param("<aside>注</aside>", [("note", "注")], id="a note"),
        pytest.param("<pre>一\n二</pre>", [("paragraph", "一"), ("paragraph", "二")], id="lines kept as written"),
    ],
)
def test_boxes_are_blocks_of_their_kind(markup: str, expected: list[tuple[str, str]]) -> None:
    assert shown(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("城南\n  老桥", ["城南老桥"], id="a source line ends between Hanzi"),
        pytest.param("Old\n bridge", ["Old bridge"], id="and between words"),
        pytest.param("第一段。　　第二段。", ["第一段。", "第二段。"], id="an indent parts paragraphs"),
        pytest.param("　　张　三", ["张 三"], id="other ideographic blanks do not"),
        pytest.param("&nbsp;&ensp;首&#8203;都&nbsp;", ["首都"], id="blanks and invisible characters"),
        pytest.param("<a>一</a><!-- 注 --><b>二</b>", ["一二"], id="comments part nothing"),
    ],
)
def test_white_space_is_what_a_browser_shows(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<tr><td>甲<td>乙</tr><tr><td>丙<td>丁</tr>", ["甲 乙", "丙 丁"], id="a row is a line"),
        pytest.param("<tr>\n<td>甲</td>\n<td>乙\n丙</td></tr>", ["甲 乙丙"], id="cells on lines of the source"),
        pytest.param("<tr><th><p>年</p><td><p>2026</p></tr>", ["年 2026"], id="one box in a cell"),
        pytest.param("<tr><td><p>一<p>二<td>三</tr>", ["一", "二", "三"], id="columns of a layout"),
        pytest.param("<tr><td><table><tr><td>甲<td>乙</table></tr>", ["甲 乙"], id="a table in a table"),
        pytest.param(f"<tr><td>{NEWS * 20}<td>三</tr>", [NEWS * 20, "三"], id="long texts side by side"),
    ],
)
def test_rows_of_values_are_lines(markup: str, expected: list[str]) -> None:
    assert texts(f"<table>{markup}</table>") == expected


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<script>x</script>", id="a program"),
        pytest.param("<noscript>x</noscript>", id="what stands in for a program"),
        pytest.param("<button>x</button>", id="a button"),
        pytest.param("<select><option>x</select>", id="a choice"),
        pytest.param('<div style="DISPLAY : none">x</div>', id="switched off"),
        pytest.param('<span style="visibility:hidden">x</span>', id="made invisible"),
        pytest.param('<font style="font-size:0px">x</font>', id="of no size"),
        pytest.param('<p style="text-indent:-9999px">x</p>', id="outside the window"),
        pytest.param("<p hidden>x</p>", id="hidden by name"),
        pytest.param('<i aria-hidden="true">x</i>', id="a sign for the eye alone"),
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert text(fragment(f"一{hidden}二")).replace(" ", "") == "一二"


def test_a_body_that_a_script_makes_visible_is_shown() -> None:
    assert texts('<div class="rich_media_content " style="visibility: hidden; opacity: 0">文</div>') == ["文"]


@pytest.mark.parametrize("sign", ["#", "¶", "§"])
def test_the_sign_beside_a_heading_that_links_to_it_is_none_of_it(sign: str) -> None:
    assert texts(f"<h2><a href='#bridge'>{sign}</a> 老桥修好了</h2><p>C<a href='/sharp'>{sign}</a></p>") == [
        "老桥修好了",
        f"C{sign}",
    ]


@pytest.mark.parametrize("address", ["https://news.example/a/1.html", "www.news.example", "mail@news.example"])
def test_a_link_that_shows_its_address_is_no_button(address: str) -> None:
    (line,) = lines(fragment(f"<p>详见<a href='{address}'>{address}</a></p>"))
    assert (line.linked, line.is_linked) == (0, False)


def test_a_place_in_a_text_that_is_linked_to_is_no_link() -> None:
    (line,) = lines(fragment("<p><a name='OLE_LINK1'>老桥修好了</a></p>"))
    assert (line.text, line.linked) == ("老桥修好了", 0)


def test_lines_know_their_box_and_how_much_of_them_is_a_link() -> None:
    (line,) = lines(fragment('<p class="x">详见<a href="/1">规划图</a></p>'))
    assert (line.box.get("class"), line.linked) == ("x", 3)
    first, second = lines(fragment('<a href="/1">上。　　下</a>'))
    assert (first.linked, second.linked) == (2, 1)


@pytest.mark.parametrize(
    ("markup", "base", "expected"),
    [
        pytest.param('<a href="/a.html">一</a>', "https://x.example/b/", ["https://x.example/a.html"], id="made whole"),
        pytest.param('<a href="a.html">一</a>', None, ["a.html"], id="left as it stands without a base"),
        pytest.param(
            '<base href="/n/"><a href="a">一</a>',
            "https://x.example/",
            ["https://x.example/n/a"],
            id="by the page's base",
        ),
        pytest.param('<a href="javascript:;"></a><a href="#c"></a><a></a><a href="">', None, [], id="to nowhere"),
        pytest.param('<a href="//[x/">一</a>', "https://x.example/", ["//[x/"], id="no address"),
    ],
)
def test_links_lead_away(markup: str, base: str | None, expected: list[str]) -> None:
    assert [link.url for link in links(page_of(f"<p>{markup}".encode()).root, base)] == expected


def test_links_show_their_text() -> None:
    (link,) = links(fragment('<a href="/1"><b>城南</b><span hidden>旧</span>老桥</a>后'), None)
    assert (link.text, link.element.tag) == ("城南老桥", "a")


def test_the_first_of_a_name_is_what_a_page_says_of_itself() -> None:
    root = fragment(
        '<meta property="og:Title" content="老桥"><meta name="og:title" content="新桥"><meta name="author" content=" ">'
        '<meta itemprop="datePublished" content="2026-03-05"><meta charset="utf-8">'
    )
    assert metas(root) == {"og:title": "老桥", "datepublished": "2026-03-05"}


@pytest.mark.parametrize(
    ("said", "headlines"),
    [
        pytest.param('{"headline": "甲"}', ["甲"], id="an object"),
        pytest.param('[{"headline": "甲"}, {"headline": "乙"}, 3]', ["甲", "乙"], id="a list"),
        pytest.param('{"@graph": [{"headline": "甲"}], "headline": "图"}', ["图", "甲"], id="a graph"),
        pytest.param('{"@graph": 3, "headline": "图"}', ["图"], id="a graph of nothing"),
        pytest.param('{"headline": "上\n下"}', ["上\n下"], id="a raw line end"),
        pytest.param("{headline}", [], id="no JSON"),
        pytest.param("[" * 100_000, [], id="depth alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_linked_data_are_their_objects(said: str, headlines: list[str]) -> None:
    root = fragment(f'<script type="application/ld+json">{said}</script><script>var x = {{}}</script>')
    assert [each["headline"] for each in json_ld(root)] == headlines


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page_or_none(data: bytes) -> None:
    found = page(data, UNTOLD)
    if found:
        assert all(block.text.strip() == block.text != "" for block in blocks(found.root))
        assert list(links(found.root, "https://x.example/")) is not None


WORDS = st.text("城南老桥今起恢复通行", min_size=1, max_size=9)


@given(st.lists(st.tuples(st.sampled_from(["p", "div", "li", "h3", "section"]), WORDS), min_size=1, max_size=9))
def test_each_box_is_one_block_in_the_order_of_the_page(boxes: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}><span>{words[:1]}</span>{words[1:]}</{tag}>" for tag, words in boxes)
    assert texts(markup) == [words for _, words in boxes]


@given(st.lists(WORDS, min_size=1, max_size=9), st.integers(0, 400))
def test_depth_loses_no_text(words: list[str], depth: int) -> None:
    inner = "".join(f"<p>{word}</p>" for word in words)
    assert blocks(fragment("<div>" * depth + inner)) == tuple(Block("paragraph", Clean(word)) for word in words)
