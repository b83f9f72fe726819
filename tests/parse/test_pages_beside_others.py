"""The article is found on pages that show more of something else, or call its boxes what stands beside others."""

from datetime import datetime

import pytest

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import Asked
from zjreader.parse.markup import page

TITLE = "城南老橋修繕完工 沿河步道同時開放"
BODY = (
    "城南老橋昨日恢復通行，沿河兩岸的步道同時向市民開放，首日有三萬多人前來散步。",
    "「橋面比原來寬了兩米，推嬰兒車也不擠。」住在橋頭的居民說，她每天都要從這裡走過。",
    "工程指揮部介紹，修繕自前年春天開始，原計劃兩年完成，因汛期來得晚，提前了三個月。",
)
OTHER_TITLE = "以解決難題為優先 河東工務所聚焦四大場景"
OTHER = "".join(
    f"<p>面對汛期的浪潮，河東工務所不僅積極籌備，更走進第{at}個社區，聽取居民的意見，並從排水、照明、步道三方面著手。</p>"
    for at in range(5)
)
TEXT = "".join(f"<p>{line}</p>" for line in BODY)
BYLINE = "<div>2026-03-05 10:00 來源：河東日報</div>"
HEAD = f"<title>{TITLE} | 河東新聞網</title><meta property='og:title' content='{TITLE}'>"
CODE = "".join(f"int bridge_{at}(int width, int length, char *name);\n" for at in range(30))


def article_of(markup: str) -> Article:
    found = page(f"<head>{HEAD}</head>{markup}".encode(), Asked(base=datetime(2026, 3, 6)))  # noqa: DTZ001 - a day has no zone
    read = found and web_page.read(found, Asked())
    assert read is not None
    return read.article


def texts(markup: str) -> tuple[str, ...]:
    return tuple(block.text for block in article_of(markup).blocks)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            f"<body style='display: none'><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div>", id="a page that a script shows"
        ),
        pytest.param(f"<body hidden><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div>", id="a hidden page"),
        pytest.param(
            "<div class='widget'><div class='widget-left'><div class='widget-inner'>"
            f"<h1>{TITLE}</h1>{BYLINE}<div class='inner'>{TEXT}</div></div></div></div>"
            "<div class='clock'>今天天氣晴朗，氣溫攝氏二十二度，請適時補充水分。</div>",
            id="all of it in widgets",
        ),
        pytest.param(
            f"<article><h1>{OTHER_TITLE}</h1><div>{OTHER}</div></article>"
            f"<article><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div></article>",
            id="a longer text under another title",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div><ul><li>收取第一手消息，了解更多知識</li>"
            "<li>提交代表同意收取推廣訊息，亦可查閱條款細則，隨時取消。</li></ul>",
            id="a form to subscribe",
        ),
    ],
)
def test_the_article_is_the_one_that_the_page_is_about(markup: str) -> None:
    article = article_of(markup)
    assert article.title == TITLE
    assert tuple(block.text for block in article.blocks) == BODY


def test_another_title_stands_where_the_page_has_no_more_than_a_few_words_under_its_own() -> None:
    lines = ("請先登入會員，即可閱讀城南老橋一文的全部內容，謝謝支持。", "謝謝您的閱讀，歡迎再來，請多指教。")
    notice = "".join(f"<p>{line}</p>" for line in lines)
    other = f"<article><h1>{OTHER_TITLE}</h1><div>{OTHER}</div></article>"
    assert article_of(f"{other}<section>{notice}</section>").title == OTHER_TITLE


def test_a_box_with_too_little_text_hides_no_other() -> None:
    lists = "".join(f"<dt><a href='/{at}'>{OTHER_TITLE}{at}</a></dt><dd>{BODY[0]}</dd>" for at in range(9))
    prices = "".join(f"<li>金價 2,331.{at}0，跌 0.{at}2%</li>" for at in range(6))
    assert texts(f"<dl>{lists}</dl><ol>{prices}</ol><main><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div></main>") == BODY


def test_code_amid_a_text_is_not_the_text() -> None:
    found = texts(f"<h1>{TITLE}</h1>{BYLINE}<div><p>{BODY[0]}</p><pre>{CODE}</pre><p>{BODY[1]}</p></div>")
    assert (found[0], found[-1], len(found)) == (BODY[0], BODY[1], 32)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        pytest.param("<img><p>橋頭的路燈昨晚亮起。</p>", "caption", id="of a picture"),
        pytest.param("<pre>橋頭的路燈昨晚亮起。</pre>", "paragraph", id="of code"),
        pytest.param("<blockquote>橋頭的路燈昨晚亮起。</blockquote>", "quote", id="of a quotation"),
    ],
)
def test_what_a_figure_holds_belongs_to_its_picture(inside: str, kind: str) -> None:
    found = article_of(f"<h1>{TITLE}</h1>{BYLINE}<div><p>{BODY[0]}</p><figure>{inside}</figure><p>{BODY[1]}</p></div>")
    assert [block.kind for block in found.blocks] == ["paragraph", kind, "paragraph"]
