# ruff: noqa: E501 -- markup stands as it is sent
"""What a list page offers is sifted: headlines, however short, from what only stands among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.list_shapes import ENTRIES, SHAPES, SITE, Entry
from zjreader.parse import markup
from zjreader.parse.asked import Asked
from zjreader.parse.sifted_links import Sifted, sifted
from zjreader.text.clean import Clean

URL = Clean(SITE)
_SHORT = "国产新车两款敞篷 名角考虑回归舞台 高性价比手机推荐 早春必吃四样 新机五月汇总看 老街修表的人 一九五五年旧案 航母舰载机型"
SHORT = _SHORT.split()


def sift(html: str) -> list[Sifted]:
    page = markup.page(f"<html><body>{html}</body></html>".encode(), Asked(URL))
    assert page is not None
    return list(sifted(page, URL))


def headlines(html: str) -> list[str]:
    return [each.headline.title for each in sift(html) if each.why is None]


def whys(html: str) -> dict[str, str | None]:
    return {each.headline.title: each.why for each in sift(html)}


def items(titles: list[str], path: str, name: str = "") -> str:
    rows = (
        f'<li class="{name}"><a href="{path.format(number)}">{title}</a></li>' for number, title in enumerate(titles, 1)
    )
    return f"<ul>{''.join(rows)}</ul>"


NEWS = items([entry.title for entry in ENTRIES], "/2026/0305/{:04}.html")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("/auto/2026-03-05/doc-ify{:04}.shtml", True, id="a date and a key"),
        pytest.param("/info/28{:05}", True, id="a number behind a word"),
        pytest.param("/zhuanti-{}/", False, id="a channel with a number"),
        pytest.param("/auto/", False, id="a channel"),
    ],
)
def test_short_headlines_are_told_by_the_kind_of_their_addresses(path: str, found: bool) -> None:
    assert set(SHORT).issubset(headlines(NEWS + items(SHORT, path, "brief"))) is found


def test_menus_whose_addresses_have_numbers_are_menus() -> None:
    menu = [
        "经济技术开发区",
        "住房和城乡建设局",
        "人力资源局",
        "公安消防",
        "教育局",
        "卫生健康委",
        "农业农村局",
        "洋口镇",
    ]
    assert set(menu).isdisjoint(headlines(NEWS + items(menu, "/zwgk/002003/{:09}")))


def test_a_long_name_among_short_ones_is_of_their_menu() -> None:
    names = ["林一舟", "何满", "江边的人", "万有青年在岳麓山南的一家小饭馆", "褚新兵"]
    assert whys(NEWS + items(names, "/i/{:010}/", "who"))[names[3]] == "menu"


def test_a_very_short_title_counts_in_a_list_of_headlines_alone() -> None:
    assert "晚安" in headlines(items(["晚安", *(entry.title for entry in ENTRIES)], "/p/59{:08}"))
    assert "晚安" not in headlines(NEWS + items(["晚安"], "/p/59{:08}", "other"))


def test_the_names_of_repeated_boxes_are_no_places() -> None:
    boxes = "".join(
        f'<div class="search-item border-bottom"><div class="item-header"><a href="/{entry.path}">{entry.title}</a></div></div>'
        for entry in ENTRIES
    )
    assert len(headlines(boxes)) == len(ENTRIES)


def test_advertisements_are_left_out_however_many() -> None:
    bought = [f"春季家装节全屋定制低至五折起第{number}场" for number in range(5)]
    boxes = "".join(f'<li class="ad"><a href="/c/2026030{n}.html">{title}</a></li>' for n, title in enumerate(bought))
    assert {whys(NEWS + boxes)[title] for title in bought} == {"place"}


@pytest.mark.parametrize(
    ("link", "why"),
    [
        pytest.param('<a href="https://www.example.org/">江城市人民政府门户网站</a>', "site", id="a site"),
        pytest.param('<a href="/nba/">乔治说喜欢和詹姆斯一起打球</a>', "site", id="a channel's front"),
        pytest.param('<a href="/s?id=1002003&wd=老桥通车后的第一天">老桥通车后的第一天</a>', "search", id="a search"),
        pytest.param(
            '<div class="footer"><a href="/z/20260305.html">网络文化经营情况说明</a></div>', "place", id="an imprint"
        ),
        pytest.param('<a href="/z/20260305.html">互联网药品信息服务资格证书（江）经营性</a>', "words", id="a licence"),
        pytest.param(f'<a href="/z/20260305.html">{"桥" * 121}</a>', "length", id="a whole text"),
        pytest.param('<a href="/z/20260305.html">专题</a>', "length", id="a label"),
        pytest.param('<a href="/z/20260305.html">城南老桥加固完工之后</a>', None, id="a headline"),
    ],
)
def test_each_link_that_is_none_has_its_reason(link: str, why: str | None) -> None:
    assert [each.why for each in sift(NEWS + link) if each.headline.link.get("href") not in {e.path for e in ENTRIES}][
        -1
    ] == why


def test_links_without_addresses_of_articles_are_a_menu_where_most_are_short() -> None:
    menu = ["首都经济贸易观察与思考专栏", "国内", "国际", "财经", "体育"]
    assert whys(items(menu, "/channel-{}x", "m").replace("-", ""))[menu[0]] == "menu"


def test_addresses_that_are_none_harm_nothing() -> None:
    broken = '<a href="//[江城">城南老桥加固完工之后</a><a href="http://[::1">城南老桥加固完工之前</a>'
    assert headlines(NEWS + broken) == [entry.title for entry in ENTRIES]


def test_a_page_is_no_headline_of_its_own() -> None:
    assert SITE not in [each.headline.url for each in sift(f'<a href="{SITE}">江城在线要闻频道的首页</a>{NEWS}')]


@given(st.sampled_from(sorted(SHAPES)), st.lists(st.sampled_from(ENTRIES), min_size=5, unique=True))
def test_each_address_is_sifted_once(shape: str, entries: list[Entry]) -> None:
    urls = [each.headline.url for each in sift(SHAPES[shape](entries))]
    assert len(urls) == len(set(urls))
