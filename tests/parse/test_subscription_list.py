"""Lists of addresses in every form give what can be subscribed to, and tell what cannot."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.subscription_list import key_of, read
from zjreader.text.clean import Clean, clean_line

LIST = Clean("list")
OPML = """<?xml version="1.0" encoding="{encoding}"?>
<opml version="2.0"><head><title>訂閱</title></head><body>
{body}
</body></opml>
"""


def of(text: str, encoding: str = "utf-8") -> list[tuple[str, str | None, str | None]]:
    """Address, name and section of all that is listed."""
    return [(each.address, each.name, each.section) for each in read(text.encode(encoding), LIST).listed]


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        pytest.param(
            '<outline type="rss" text="甲" title="江城早报" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>',
            [("https://a.example/feed", "江城早报", None)],
            id="a title goes before a text, a feed before its page",
        ),
        pytest.param(
            '<outline text="新闻"><outline text="地方 &amp; 城建"><outline text="甲" xmlUrl="https://a.example/1"/>'
            '</outline><outline text="乙" xmlUrl="https://a.example/2"/></outline><outline xmlUrl="https://a.example/3"/>',
            [
                ("https://a.example/1", "甲", "新闻/地方 & 城建"),
                ("https://a.example/2", "乙", "新闻"),
                ("https://a.example/3", None, None),
            ],
            id="nested folders are a section",
        ),
        pytest.param(
            '<outline text="https://a.example/1" xmlUrl="https://a.example/1"/>'
            '<outline text="https://u:***@a.example/2" xmlUrl="https://u:geheim@a.example/2"/>',
            [("https://a.example/1", None, None), ("https://u:geheim@a.example/2", None, None)],
            id="an address in the place of a name",
        ),
        pytest.param(
            '<outline text="甲" xmlUrl="https://a.example/1"></outline><outline text="乙" xmlUrl="https://a.example/2"/>',
            [("https://a.example/1", "甲", None), ("https://a.example/2", "乙", None)],
            id="a subscription that is closed by a tag of its own is no folder",
        ),
        pytest.param(
            '<outline text="甲" type="link" url="https://a.example/1"/><outline text="乙" htmlUrl="https://a.example/2"/>',
            [("https://a.example/1", "甲", None), ("https://a.example/2", "乙", None)],
            id="links and pages without a feed",
        ),
        pytest.param(
            '<outline text="甲" xmlUrl="feed://a.example/1"/><outline xmlUrl="feed:https://a.example/2"/>',
            [("http://a.example/1", "甲", None), ("https://a.example/2", None, None)],
            id="the scheme of feeds",
        ),
        pytest.param(
            '<outline TEXT=\'引号"里\' XMLURL=https://a.example/?a=1&b=2 ><!-- <outline xmlUrl="https://b.a"/> -->',
            [("https://a.example/?a=1&b=2", '引号"里', None)],
            id="no XML any more, but tags",
        ),
        pytest.param(
            '<outline text="甲" xmlUrl="https://a.example/1"/></outline><outline text="乙" xmlUrl="https://a.example/2"/><out',
            [("https://a.example/1", "甲", None), ("https://a.example/2", "乙", None)],
            id="closed once too often, cut off",
        ),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><outline text="&e;&#25253;" xmlUrl="https://a.example/1"/>',
            [("https://a.example/1", "&e;报", None)],
            id="an entity of its own stays a word",
        ),
        pytest.param('<outline text="空"/><outline text="空" xmlUrl=""/>', [], id="nothing to read from"),
    ],
)
def test_outlines(body: str, listed: list[tuple[str, str | None, str | None]]) -> None:
    assert of(OPML.format(encoding="UTF-8", body=body)) == listed


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "big5", "utf-8-sig"])
def test_a_list_is_read_in_the_encoding_that_it_is_in(encoding: str) -> None:
    text = OPML.format(encoding=encoding, body='<outline text="中文日報" xmlUrl="https://a.example/1"/>')
    assert of(text, encoding) == [("https://a.example/1", "中文日報", None)]


BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">书签栏</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="1">江城早报</A>
        <DT><H3>地方</H3>
        <DL><p>
            <DT><A HREF="https://a.example/page" FEEDURL="https://a.example/2">河西晚报</A>
            <DT><A HREF="javascript:alert(1)">按一下</A>
        </DL><p>
        <DT><A HREF="https://a.example/3"></A>
        <DT><A NAME="HREF">没有地址</A>
    </DL><p>
</DL>
"""


def test_bookmarks_have_their_folders_as_sections() -> None:
    assert of(BOOKMARKS) == [
        ("https://a.example/1", "江城早报", None),
        ("https://a.example/2", "河西晚报", "地方"),
        ("https://a.example/3", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        pytest.param(
            "https://a.example/1\n\n# 别的\nhttps://a.example/2\r\n", [("1", None, None), ("2", None, None)], id="bare"
        ),
        pytest.param(
            "江城早报 https://a.example/1\nhttps://a.example/2 河西晚报",
            [("1", "江城早报", None), ("2", "河西晚报", None)],
            id="with names",
        ),
        pytest.param(
            "- [江城早报](https://a.example/1)\n江城：https://a.example/2。",
            [("1", "江城早报", None), ("2", "江城", None)],
            id="as Markdown, after a colon",
        ),
        pytest.param(
            "江城早报,https://a.example/1\n河西晚报,https://a.example/2",
            [("1", "江城早报", None), ("2", "河西晚报", None)],
            id="a table without a header",
        ),
        pytest.param(
            "Site,名称,RSS,分类\nhttps://a.example/,江城早报, https://a.example/1,地方\nhttps://a.example/2,河西晚报,,\n",
            [("1", "江城早报", "地方"), ("2", "河西晚报", None)],
            id="feeds go before pages",
        ),
        pytest.param("地址\t名称\nhttps://a.example/1\t江城早报\n", [("1", "江城早报", None)], id="tabs"),
        pytest.param("地址,链接\nhttps://a.example/1,https://a.example/9\n", [("1", None, None)], id="no name"),
        pytest.param('名,址\n"江城,早报",https://a.example/1\n"江城\n', [("1", "江城,早报", None)], id="quotes"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lines_and_tables(text: str, listed: list[tuple[str, str | None, str | None]]) -> None:
    assert of(text) == [(f"https://a.example/{end}", name, section) for end, name, section in listed]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("file:///etc/passwd\n", [(1, "file:///etc/passwd")], id="a file"),
        pytest.param('\n<outline text="甲" xmlUrl="exec:rm -rf ~"/>', [(2, "exec:rm -rf ~")], id="a program"),
        pytest.param(BOOKMARKS, [(11, "javascript:alert(1)")], id="a script"),
        pytest.param("https://a.example/1\n没有\n", [(2, "没有")], id="a line without an address"),
        pytest.param("名,址\n甲,https://a.example/1\n乙,\n", [(3, "乙")], id="a row without an address"),
        pytest.param('名,址\n甲,https://a.example/1\n"乙,丙\n', [(3, "quote")], id="a quote that is not closed"),
        pytest.param(
            "https://a.example:port/1\n", [(1, "https://a.example:port/1")], id="no address in spite of its scheme"
        ),
    ],
)
def test_what_is_refused_is_told_with_its_line(
    text: str, told: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    problems = read(text.encode(), LIST).problems
    assert [(each.about, each.line, each.skipped) for each in problems] == [(LIST, line, 1) for line, _what in told]
    assert all(what in problem.what for problem, (_line, what) in zip(problems, told, strict=True))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            "http://a.example/feed", "https://A.example:443/feed#top", True, id="scheme, capitals, port, fragment"
        ),
        pytest.param("https://a.example/feed?utm_source=x", "https://a.example/feed", True, id="what only tracks"),
        pytest.param("https://a.example/feed", "https://www.a.example/feed", False, id="another host"),
        pytest.param("https://a.example/feed", "https://a.example/Feed", False, id="another path"),
    ],
)
def test_an_address_is_listed_once_however_it_is_written(one: str, other: str, same: bool) -> None:
    found = read(f"{one} 甲\n{other} 乙\n{one}\n".encode(), LIST)
    assert (len(found.listed), found.repeated) == ((1, 2) if same else (2, 1))
    assert found.listed[0].name == "甲"
    assert (key_of(one) == key_of(other)) is same


@given(st.text(st.sampled_from("<>outline xmlUrl='\"=/-!&;#h3dl:https.江城\n,\t|"), max_size=200))
def test_whatever_it_is_everything_listed_is_clean_and_of_the_web(text: str) -> None:
    for each in read(text.encode(), LIST).listed:
        assert key_of(each.address)
        assert each == each._replace(address=clean_line(each.address), name=clean_line(each.name or "") or None)


def test_the_lists_that_people_share_have_as_many_addresses_as_they_have(news_data: Path) -> None:
    folder = news_data / "opml_lists"
    for expected in json.loads((folder / "expected.json").read_text("utf-8")):
        found = read((folder / expected["file"]).read_bytes(), LIST)
        assert len(found.listed) == expected.get("distinct_feed_urls", expected.get("rows")), expected["file"]
        assert found.problems == ()
        if "first" in expected:
            assert [found.listed[0].name, found.listed[0].address] == expected["first"]
            assert len(found.listed) + found.repeated == expected["feeds"]
