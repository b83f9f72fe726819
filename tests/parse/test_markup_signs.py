"""What is HTML in a cell is read as such, and no text that merely holds its signs is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import document, table
from zjreader.article import Article, Block, Document, Reading
from zjreader.parse import markup, worker
from zjreader.parse.child import Child
from zjreader.parse.markup_signs import is_markup, whole_markup
from zjreader.text.clean import Clean

FIRST = "经过三个月的加固，城南老桥今起恢复通行。"
SECOND = "附近居民说：“以前骑车过桥总要下来推，今天一口气就过来了。”"
TITLE = "城南老桥恢复通行"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(f"<p>{FIRST}</p><p>{SECOND}</p>", id="paragraphs"),
        pytest.param(f"<P>{FIRST}</P>", id="one in capitals"),
        pytest.param(f"　　{FIRST}<br/>　　{SECOND}<br />", id="lines"),
        pytest.param(f"{FIRST}<br>{SECOND}", id="one end of a line behind a sentence"),
        pytest.param(f'&nbsp;&nbsp;<div class="c"><span>{FIRST}</span></div>', id="boxes behind blanks"),
        pytest.param(f'{FIRST}<img src="/1.jpg">', id="a picture"),
        pytest.param(f'<!--content--><p style="x">{FIRST}', id="a comment and no end"),
        pytest.param(f"据<em>城南</em>日报{FIRST}", id="a word set apart"),
        pytest.param(f"&nbsp;&nbsp;{FIRST}", id="references alone"),
        pytest.param(f"&ldquo;{FIRST}&rdquo;", id="quotation marks"),
        pytest.param("A&#38;B&#x2019;s", id="numbers"),
    ],
)
def test_html_is_told_by_what_only_html_has(value: str) -> None:
    assert is_markup(value)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(FIRST, id="a text"),
        pytest.param("若a<b且c>d，则a+d<b+c。", id="mathematics"),
        pytest.param("<规划>全文如下：<一>总则。", id="titles in angle brackets"),
        pytest.param("网页里换行要写<br>才有用", id="the name of a tag"),
        pytest.param("<p^>*> 是什么表情", id="a face"),
        pytest.param("他回复：>_<|||", id="another"),
        pytest.param("AT&T和R&D;部门", id="ampersands"),
        pytest.param("https://a.example/?a=1&lt=2&amp=3", id="an address"),
        pytest.param("List<String> 与 Map<K, V> 的区别", id="a program"),
        pytest.param("<" * 2000 + "p" * 2000, id="brackets without end"),
        pytest.param("", id="nothing"),
    ],
)
def test_signs_in_a_text_mean_themselves(value: str) -> None:
    assert not is_markup(value)
    assert [each.body for each in articles(table("t.jsonl", {"title": TITLE, "content": value}))] == [value]


def articles(of: Document) -> list[Article]:
    return [came.article for came in worker.read(of) if isinstance(came, Reading)]


def body(value: str) -> tuple[Block, ...]:
    (article,) = articles(table("dump.jsonl", {"title": TITLE, "content": value}))
    return article.blocks


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(f"<p>&nbsp; {FIRST}</p>\n<p>{SECOND}</p>", [FIRST, SECOND], id="paragraphs"),
        pytest.param(f"　　{FIRST}<br/>\n<br/>　　{SECOND}", [FIRST, SECOND], id="lines"),
        pytest.param(f"&ldquo;老桥&rdquo;通了\n{SECOND}", ["“老桥”通了", SECOND], id="references and ends of lines"),
        pytest.param("若a<b，则&ldquo;不等&rdquo;。", ["若a<b，则“不等”。"], id="a sign between references"),
        pytest.param(f"<p>{FIRST}</p><script>alert(1)</script><style>p{{}}</style>", [FIRST], id="no script"),
        pytest.param(f'<p style="display:none">隐藏</p><p>{FIRST}</p>', [FIRST], id="nothing hidden"),
        pytest.param(f"<p>{FIRST}&#27;[2J&#8238;</p>", [f"{FIRST}[2J"], id="no commands to a terminal"),
        pytest.param('<p><img src="/1.jpg"></p>', [], id="a picture alone"),
    ],
)
def test_a_body_is_what_its_html_shows(value: str, shown: list[str]) -> None:
    assert [block.text for block in body(value)] == shown


def test_html_tells_headings_from_paragraphs() -> None:
    assert body(f"<h3>缘起</h3><p>{FIRST}</p>") == (Block("heading", Clean("缘起")), Block("paragraph", Clean(FIRST)))


def test_a_title_and_a_summary_are_what_they_show() -> None:
    link = "https://news.example.com/1"
    row = {"title": "城南<em>老桥</em>&nbsp;通行", "summary": f"<p>{FIRST}</p><p>{SECOND}</p>", "url": link}
    (article,) = articles(table("dump.jsonl", row))
    assert (article.kind, article.title, article.summary) == ("teaser", "城南老桥 通行", f"{FIRST}\n{SECOND}")
    assert list(worker.links(table("dump.jsonl", row))) == [(link, "城南老桥 通行")]


def test_a_cell_of_a_csv_is_read_alike() -> None:
    (article,) = articles(document("dump.csv", f'标题,正文\n{TITLE},"<p>{FIRST}</p>\n<p>{SECOND}</p>"\n'))
    assert article.body == f"{FIRST}\n{SECOND}"


def test_our_own_records_stay_as_they_stand() -> None:
    row = {"schema": "zjreader/1", "kind": "full", "title": "<b>标题</b>", "body": f"<p>{FIRST}</p>"}
    (article,) = articles(table("own.jsonl", row))
    assert (article.title, article.body) == ("<b>标题</b>", f"<p>{FIRST}</p>")


def test_html_that_cannot_be_read_is_kept_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zjreader.parse.child.child", lambda: Child(program="raise SystemExit"))
    value = f"<p>{FIRST}</p>"
    assert [block.text for block in body(value)] == [value]


@given(st.lists(st.sampled_from(["&nbsp;", "&lt;", "&amp;", "<", "&", ">", "\n", "a", "桥", "。", " "])).map("".join))
def test_nothing_is_lost_of_a_text_that_has_references_alone(value: str) -> None:
    shown = markup.text(markup.fragment(whole_markup(value)))
    assert shown.count("桥") == value.count("桥")
    assert shown.count("<") == value.count("<") + value.count("&lt;")
