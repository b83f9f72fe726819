"""A list page gives its headlines and nothing else, whatever its shape; a person's selector is taken at its word."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse import list_shapes
from tests.parse.list_shapes import ADDRESSED, ENTRIES, OPENED, SHAPES, SITE, TIMED, Entry, front_page
from zjreader.article import Article
from zjreader.parse import list_page, markup
from zjreader.parse.asked import Asked
from zjreader.parse.markup import Page
from zjreader.parse.selectors import is_selector
from zjreader.text.clean import Clean

BASE = datetime(2026, 3, 6, 9, tzinfo=timezone(timedelta(hours=8)))
ASKED = Asked(Clean(SITE), BASE)


def tree(html: str) -> Page:
    page = markup.page(html.encode(), ASKED)
    assert page is not None
    return page


def read(html: str, asked: Asked = ASKED) -> tuple[Article, ...]:
    return list_page.read(tree(html), asked).teasers


def titles(articles: tuple[Article, ...]) -> list[str]:
    return [article.title for article in articles]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_headline_and_no_furniture(shape: str) -> None:
    teasers = read(SHAPES[shape](ENTRIES))
    assert titles(teasers) == [entry.title for entry in ENTRIES]
    if shape in ADDRESSED:
        assert all((each.url or "").startswith(SITE + ADDRESSED[shape]) for each in teasers)
    else:
        assert [(each.url or "").partition("?")[0] for each in teasers] == [SITE + entry.path for entry in ENTRIES]
    assert {(each.kind, each.blocks, each.section) for each in teasers} == {("teaser", (), "要闻")}


@pytest.mark.parametrize("shape", SHAPES)
def test_dates_stand_beside_or_in_the_address(shape: str) -> None:
    moments = [each.published for each in read(SHAPES[shape](ENTRIES))]
    assert {moment and moment.day for moment in moments} == {"2026-03-05"}
    assert {moment and moment.text[10:16] for moment in moments} == {"T10:20" if shape in TIMED else ""}
    assert {moment and moment.inferred for moment in moments} == {False}


@pytest.mark.parametrize("shape", SHAPES)
def test_openings_are_summaries(shape: str) -> None:
    openings = [(each.summary or "").rstrip("….") for each in read(SHAPES[shape](ENTRIES))]
    assert openings == [entry.opening if shape in OPENED else "" for entry in ENTRIES]


def test_who_published_it_is_told_where_the_list_tells_it() -> None:
    assert {each.publisher for each in read(SHAPES["cards"](ENTRIES))} == {"江城晚报"}


@given(st.sampled_from(sorted(SHAPES)), st.lists(st.sampled_from(ENTRIES), min_size=5, unique=True))
def test_any_choice_of_news_in_any_shape(shape: str, entries: list[Entry]) -> None:
    assert titles(read(SHAPES[shape](entries))) == [entry.title for entry in entries]


def test_a_front_page_of_many_blocks() -> None:
    html, entries = front_page()
    found, wanted = titles(read(html)), [entry.title for entry in entries]
    assert len(wanted) == 300
    assert len(set(found) & set(wanted)) >= 0.95 * len(wanted)
    assert len(set(found) - set(wanted)) <= 0.02 * len(found)


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param(
            '<a href="/1/20260305.html"><img src="a.jpg"></a><a href="/1/20260305.html#top">城南老桥今起恢复通行</a>',
            "城南老桥今起恢复通行",
            id="a picture and a title",
        ),
        pytest.param(
            '<a href="/1/20260305.html">城南老桥今起恢复通行</a>'
            '<a href="/1/20260305.html">经过三个月的加固，城南老桥今起恢复通行。两岸居民不必绕路。</a>',
            "城南老桥今起恢复通行",
            id="a title and its opening",
        ),
        pytest.param(
            '<a href="/1/20260305.html">经过三个月的加固，城南老桥今起恢复通行。</a>'
            '<h3><a href="/1/20260305.html">城南老桥今起恢复通行</a></h3>',
            "城南老桥今起恢复通行",
            id="the opening first",
        ),
        pytest.param(
            '<a href="/1/20260305.html" title="城南老桥今起恢复通行 公交改回原线">城南老桥今起恢复通行…</a>',
            "城南老桥今起恢复通行 公交改回原线",
            id="a title cut off",
        ),
        pytest.param('<a href="/1/20260305.html">▪ 城南老桥今起恢复通行 |</a>', "城南老桥今起恢复通行", id="a bullet"),
        pytest.param(
            '<a href="/1/20260305.html"><b>03-05</b> 城南老桥今起恢复通行</a>',
            "城南老桥今起恢复通行",
            id="a date before it",
        ),
        pytest.param(
            '<a href="/1/20260305.html"><div>03-05</div><div>城南老桥今起恢复通行</div><div>江城晚报</div></a>',
            "城南老桥今起恢复通行",
            id="boxes without names",
        ),
    ],
)
def test_links_of_one_address_are_one_headline(html: str, title: str) -> None:
    others = '<a href="/2/20260305.html">沿河步道分段开放</a><a href="/3/20260305.html">菜价为什么涨了？一线调查</a>'
    assert titles(read(f"<div><p>{html}</p><p>{others}</p></div>"))[0] == title


@pytest.mark.parametrize(
    ("beside", "address", "published"),
    [
        pytest.param("[03-05]", "a-100001.html", "2026-03-05", id="month and day"),
        pytest.param("2026-03-05 10:20", "a-100001.html", "2026-03-05T10:20+08:00", id="day and time"),
        pytest.param("3小时前", "a-100001.html", "2026-03-06T06:00+08:00", id="hours ago"),
        pytest.param("", "2025/0305/1.html", "2025-03-05", id="in the address"),
        pytest.param("", "25/0305/10/AB1.html", "2025-03-05", id="in the address, its year short"),
        pytest.param("", "2025/3/5/a-100001.html", "2025-03-05", id="in the address, without noughts"),
        pytest.param("", "202503/t20250305_100001.html", "2025-03-05", id="in the name of the file"),
        pytest.param(
            "10:20", "2025/0305/1.html", "2025-03-05T10:20+08:00", id="the time beside, the day in the address"
        ),
        pytest.param("03-05", "2025/0305/1.html", "2025-03-05", id="the year in the address alone"),
        pytest.param("2小时前", "2025/0305/1.html", "2025-03-05", id="of another time than the page was read at"),
        pytest.param("", "20259999/100001.html", None, id="no day at all"),
        pytest.param("", "2025/0231/100001.html", None, id="a day that no calendar has"),
        pytest.param("2016", "a-100001.html", None, id="how many read it"),
        pytest.param("99-99", "a-100001.html", None, id="no date at all"),
    ],
)
def test_a_date_is_what_list_and_address_say_together(beside: str, address: str, published: str | None) -> None:
    rows = [f'<li><a href="/{address}?n=1">城南老桥今起恢复通行</a> <i>{beside}</i></li>']
    rows += [f'<li><a href="/b-20000{n}.html">沿河步道分段开放之{n}</a></li>' for n in range(3)]
    first = read(f"<ul>{''.join(rows)}</ul>")[0]
    assert (first.published and first.published.text) == published


def test_what_stands_before_a_bare_link_is_its_date() -> None:
    rows = "".join(f'<br>2026年3月{n}日 <a href="/a-10000{n}.html">沿河步道分段开放之{n}</a>' for n in range(1, 5))
    days = [each.published and each.published.day for each in read(f"<p>{rows}</p>")]
    assert days == [f"2026-03-0{n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param('<script>var topics = [1, 2]; show(topics, "沿河步道", 12);</script>', id="a program"),
        pytest.param("<p>城市建设 • 江边散步的人 • 5 小时 39 分钟前 • 最后回复来自 河东老街坊</p>", id="who answered"),
    ],
)
def test_what_stands_behind_a_headline_and_tells_nothing_is_no_opening(behind: str) -> None:
    rows = "".join(f'<li><a href="/2026/0305/{n}.html">沿河步道分段开放之{n}</a></li>{behind}' for n in range(3))
    assert {each.summary for each in read(f"<ul>{rows}</ul>")} == {None}


def test_an_opening_that_begins_with_a_number_keeps_it() -> None:
    said = "第2届江城老桥步行日 - 从城南到城北，两岸居民一起走过新修的桥面，走了将近两个小时才走完"
    rows = "".join(f'<li><a href="/2026/0305/{n}.html">沿河步道分段开放之{n}</a><p>{said}</p></li>' for n in range(3))
    assert {each.summary for each in read(f"<ul>{rows}</ul>")} == {said}


def test_brackets_around_nothing_are_no_date() -> None:
    rows = "".join(f'<li><a href="/2026/0305/{n}.html">沿河步道分段开放之{n}</a> ( ) [专题]</li>' for n in range(3))
    assert {each.published and each.published.text for each in read(f"<ul>{rows}</ul>")} == {"2026-03-05"}


def test_a_page_with_a_few_links_is_no_list() -> None:
    assert read('<p>页面不存在</p><a href="/1/20260305.html">城南老桥今起恢复通行</a>') == ()


def test_a_page_called_after_what_surrounds_pages_is_read() -> None:
    html = "".join(f'<li><a href="/2026/0305/{n}.html">沿河步道分段开放之第{n}段</a></li>' for n in range(9))
    assert len(read(f'<div class="page-links"><ul>{html}</ul></div>')) == 9


@pytest.mark.parametrize("selector", [".list li", ".list a", "ul.list > li > a[href]"])
def test_a_selector_points_at_links_or_at_what_holds_them(selector: str) -> None:
    links = '<a href="/c/">社会</a><a href="/x">短讯</a><a href="/x">城南短讯</a>'
    html = f'<ul class="list"><li>{links} 03-05</li><li>广告</li></ul>'
    page = tree(f"{html}<a href='/2026/0305/1.html'>城南老桥今起恢复通行</a>")
    found = list_page.read_selected(page, ASKED, selector).teasers
    assert {each.url for each in found} >= {f"{SITE}x"}
    assert all("0305" not in (each.url or "") for each in found)


@pytest.mark.parametrize("selector", ["..", "$", ".nothing", "a::text"])
def test_a_selector_that_finds_nothing_gives_nothing(selector: str) -> None:
    assert list_page.read_selected(tree(SHAPES["cards"](ENTRIES)), ASKED, selector) == ((), (), ())


@pytest.mark.parametrize(("text", "found"), [("ul.list > li a", True), ("h3 a:first-child", True), ("..", False)])
def test_what_is_a_selector(text: str, found: bool) -> None:
    assert is_selector(text) is found


def test_what_a_person_said_goes_before_what_the_page_says() -> None:
    asked = ASKED._replace(section=Clean("本地"), zone=Clean("+09:00"))
    first = read(list_shapes.SHAPES["a table"](ENTRIES), asked)[0]
    assert (first.section, first.published and first.published.text) == ("本地", "2026-03-05T10:20+09:00")
