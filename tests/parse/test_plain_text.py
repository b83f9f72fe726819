"""A text that is no column page: title, credits, paragraphs."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse.plain_text import read
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean, clean

BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
TITLE = "城北公园今起免费开放，市民多了一处乘凉地"
TEXT = "城北公园经过三年改造，今天起免费向市民开放，园内新种了两千棵乔木。"


def only(*lines: str) -> Article:
    (article,) = read(clean("\n".join(lines)), BASE, None)
    return article


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　\t\n"])
def test_white_space_holds_no_article(text: str) -> None:
    assert read(clean(text), BASE, None) == []


def test_the_first_line_is_the_title_and_the_rest_the_text() -> None:
    article = only(TITLE, "", TEXT, "", "园里有什么", TEXT)
    assert (article.kind, article.title) == ("full", TITLE)
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", TEXT),
        ("heading", "园里有什么"),
        ("paragraph", TEXT),
    ]


def test_the_section_is_the_given_one() -> None:
    (article,) = read(clean(TITLE + "\n" + TEXT), BASE, Clean("社会"))
    assert article.section == "社会"


def test_credits_and_dateline_are_read() -> None:
    article = only(
        TITLE, "2026-03-05 08:12 来源：江海日报", "江海网北京3月4日电（记者 沈一鸣）" + TEXT, "（责任编辑：林溪）"
    )
    assert (article.publisher, article.place, article.editor, article.authors) == (
        "江海日报",
        "北京",
        "林溪",
        ("沈一鸣",),
    )
    assert article.published
    assert article.published.text == "2026-03-05T08:12+08:00"
    assert len(article.blocks) == 1


def test_one_line_is_title_and_text() -> None:
    article = only("今天只有一句话")
    assert (article.kind, article.title, article.body) == ("full", "今天只有一句话", "今天只有一句话")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param(TEXT * 3, "城北公园经过三年改造", id="at-a-clause"),
        pytest.param("字" * 100, "字" * 80, id="at-80-characters"),
    ],
)
def test_a_long_first_line_is_text_and_its_beginning_the_title(line: str, title: str) -> None:
    article = only(line, TEXT)
    assert (article.title, article.body) == (title, f"{line}\n{TEXT}")


WRAPPED = """\
            城北公园开园
    城北公园经过三年改造今天起免费向市民开放园内新种了两
千棵乔木和三百株海棠环湖步道全长四公里骑行一圈只要二十
分钟
    记者在现场看到前来游园的市民络绎不绝不少家长带着孩
子在草坪上放风筝园方说今后每个周末都将举办一场露天音乐
会 Open Air
Music 就此开场
"""


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    article = only(WRAPPED)
    assert article.title == "城北公园开园"
    first, second, *_ = article.blocks
    assert first.text.startswith("城北公园经过三年改造今天起免费向市民开放园内新种了两千棵乔木和三百株海棠")
    assert first.text.endswith("环湖步道全长四公里骑行一圈只要二十分钟")
    assert second.text.endswith("都将举办一场露天音乐会 Open Air")


def test_latin_words_keep_their_blank() -> None:
    words = "the quick brown fox jumps over the lazy dog"
    assert unwrapped("\n".join([words] * 5 + ["end"])) == [" ".join([words] * 5 + ["end"])]


@pytest.mark.parametrize("lines", [[TITLE, TEXT, TEXT], [TEXT] * 9, ["短句"] * 9, []])
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert unwrapped("\n".join(lines)) == (lines or [""])


def test_the_copy_of_a_web_page_loses_its_menus() -> None:
    article = only(
        "登录 注册",
        "首页 | 新闻 | 财经 | 体育",
        "当前位置：首页 > 社会 > 正文",
        TITLE,
        "2026-03-05 08:12 来源：江海网",
        "分享到：",
        "微信",
        TEXT,
        TEXT,
        "责任编辑：林溪",
        "相关阅读",
        "另一条新闻的标题在这里",
        "返回首页",
    )
    assert (article.title, article.section, article.editor) == (TITLE, "社会", "林溪")
    assert article.body == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize(
    ("lines", "title", "body"),
    [
        pytest.param(["返回", "更多", TITLE, TEXT], TITLE, TEXT, id="above-the-text"),
        pytest.param(["返回", "更多", TEXT], TEXT, TEXT, id="no-title-at-all"),
        pytest.param([TITLE, "返回", "更多", TITLE, TEXT], TITLE, TEXT, id="title-twice"),
        pytest.param(["返回", "更多"], "返回", "更多", id="menus-alone"),
        pytest.param(["返回", "更多", TITLE], TITLE, TITLE, id="title-alone"),
        pytest.param(
            ["返回", "更多", TITLE, TEXT, "相关阅读", "别的新闻标题一条"], TITLE, TEXT, id="what-is-offered-behind"
        ),
        pytest.param(["返回", "更多", TITLE, TEXT, *["别的新闻标题一条"] * 14], TITLE, TEXT, id="a-list-behind"),
        pytest.param(["返回", "更多", "2026-03-05 08:12", TITLE, TEXT], TITLE, TEXT, id="date-above"),
    ],
)
def test_title_and_text_of_a_copied_page(lines: list[str], title: str, body: str) -> None:
    article = only(*lines)
    assert article.title == title
    assert article.body == ("" if lines == ["返回", "更多"] else body)


def test_rows_of_numbers_make_no_copy_of_a_web_page() -> None:
    rows = ["植树　１２０　３４０　５６０", "120　340　560", "合计　120　340　560", "12　34"]
    assert only(TITLE, TEXT, *rows, TEXT).body.split("\n") == [TEXT, *rows, TEXT]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["江海市人民代表大会常务委员会", "关于批准城北公园", "扩建的决议", TEXT],
            "江海市人民代表大会常务委员会关于批准城北公园扩建的决议",
            id="resolution",
        ),
        pytest.param(["江海市园林局", "关于公园的几句话", TEXT], "江海市园林局", id="no-document"),
    ],
)
def test_the_title_of_an_official_document_takes_its_lines(lines: list[str], title: str) -> None:
    assert only(*lines).title == title


@given(st.text(max_size=300))
def test_any_text_with_something_in_it_is_one_article(text: str) -> None:
    articles = read(clean(text), BASE, None)
    assert len(articles) == bool(clean(text).strip())
    for article in articles:
        assert article.title
        assert (article.kind == "full") == bool(article.blocks)


@given(
    st.lists(st.sampled_from([TEXT, "园里有什么", "（注：略）", "一是植树；", "二是修路。"]), min_size=1, max_size=20)
)
def test_no_line_of_a_text_is_lost(lines: list[str]) -> None:
    article = only(TITLE, *lines)
    assert [block.text for block in article.blocks] == lines


@pytest.mark.parametrize(
    "text",
    ["中" * 3_500_000, "中。" * 1_700_000, "a" * 10_000_000, " " * 5_000_000, "字\n" * 20_000, "】【" * 1_000_000],
)
def test_ten_megabytes_are_read_to_their_end(text: str) -> None:
    """A pattern that tries them in every partition would never come back."""
    assert len(read(clean(text), BASE, None)) <= 1
