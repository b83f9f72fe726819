"""Lines that sites put around a text: captions of pictures, counters, labels for the ear, words of their own."""

from datetime import datetime

import pytest

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import Asked
from zjreader.parse.markup import page

TITLE = "城南老橋修繕完工 沿河步道同時開放"
BODY = (
    "城南老橋昨日恢復通行，沿河兩岸的步道同時向市民開放，首日有三萬多人前來散步。",
    "工程指揮部介紹，修繕自前年春天開始，原計劃兩年完成，因汛期來得晚，提前了三個月。",
)
LIGHTS = "橋頭的路燈昨晚亮起。"
HEAD = f"<title>{TITLE} - 河東報</title><h1>{TITLE}</h1>"
BYLINE = "<p>記者林小溪／河東報導</p>"
DAY = "<div>2026-03-05 10:00</div>"


def article_of(markup: str) -> Article:
    found = page(f"<body>{markup}".encode(), Asked(base=datetime(2026, 3, 6)))  # noqa: DTZ001 - a day has no zone
    read = found and web_page.read(found, Asked())
    assert read is not None
    return read.article


def between(*lines: str) -> Article:
    return article_of(f"{HEAD}{DAY}<div><p>{BODY[0]}</p>{''.join(lines)}<p>{BODY[1]}</p></div>")


def texts(article: Article) -> tuple[str, ...]:
    return tuple(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{LIGHTS}（林小溪攝）</p>",
        f"<p>{LIGHTS}（林小溪攝／資料圖片）</p>",
        f"<p>{LIGHTS}（圖翻攝自網路）</p>",
        f"<p>{LIGHTS}（資料照）</p>",
        f"<p>{LIGHTS}圖／工程指揮部提供</p>",
        f"<p>{LIGHTS} 記者林小溪／翻攝</p>",
        f"<p>{LIGHTS}河東資料圖</p>",
        f"<p>{LIGHTS}網圖</p>",
        "<p>圖／ 工程指揮部</p>",
        f"<img alt='{LIGHTS}'><p>{LIGHTS}</p>",
        f"<img title='{LIGHTS}'><p>{LIGHTS}</p>",
        f"<div class='widget picture'><img><div class='inf'>{LIGHTS}</div></div>",
        f"<figure><div><img></div><p>{LIGHTS}</p></figure>",
    ],
)
def test_a_caption_is_told_by_its_picture(line: str) -> None:
    assert [block.kind for block in between(line).blocks] == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>展出的攝影作品三百件，圖為其中之一的說法並不準確。</p>",
        "<p>他說：「那張資料照我也見過，是十年前拍的。」</p>",
        "<p>相關數據由河東市統計局提供</p>",
    ],
)
def test_what_tells_of_pictures_is_no_caption(line: str) -> None:
    assert [block.kind for block in between(line).blocks][1] != "caption"


@pytest.mark.parametrize(
    "caption",
    [
        pytest.param(f"<p>▲{LIGHTS}（圖／工程指揮部提供）</p>", id="by what it says"),
        pytest.param(f"<figure><img><figcaption>{BODY[0]}</figcaption></figure>", id="by its picture, of any length"),
    ],
)
def test_a_caption_above_the_byline_is_of_the_text(caption: str) -> None:
    markup = f"{HEAD}<div>{DAY}{caption}{BYLINE}<p>{BODY[0]}</p><p>{BODY[1]}</p></div>"
    article = article_of(markup)
    assert [block.kind for block in article.blocks] == ["caption", "paragraph", "paragraph"]
    assert (article.authors, article.place) == (("林小溪",), None)


def test_a_picture_called_by_the_title_is_no_second_title() -> None:
    markup = f"<div><h1>{TITLE}</h1><figure><img><figcaption>{TITLE}</figcaption></figure>{DAY}<p>{BODY[0]}</p></div>"
    assert texts(article_of(f"<title>{TITLE}</title>{markup}")) == (BODY[0],)


def test_a_dateline_stands_below_the_captions() -> None:
    opening = f"（海峽社記者林小溪台北5日電）{BODY[0]}"
    article = article_of(f"{HEAD}{DAY}<div><p>{LIGHTS}（資料照）</p><p>{opening}</p><p>{BODY[1]}</p></div>")
    assert (article.publisher, article.place, article.authors) == ("海峽社", "台北", ("林小溪",))


@pytest.mark.parametrize(
    "line",
    [
        "<p>+22</p>",
        "<p>瀏覽(12)</p>",
        "<figure><img><figcaption><span>圖片加註文字，</span><div></div></figcaption></figure>",
        "<div class='vjs-control'><p>串流類型 直播</p><p>剩餘時間 1:46</p></div>",
        "<aside class='o-self-promo'><p>最新消息就在您的每日新聞信裡</p></aside>",
        "<form><p>會員登入</p><p>請輸入您的帳號及密碼，並牢記。</p></form>",
    ],
)
def test_what_is_there_for_visitors_is_left_out(line: str) -> None:
    assert texts(between(line)) == BODY


ADDRESS = "https://example.org/content/local/20260305-0001_00176_404/very-long-address/index.html"


@pytest.mark.parametrize(
    "lines",
    [
        "<p>往下看更多文章</p>",
        "<p>評論(12)</p><p>+5</p>",
        "<p>還想看更多新聞嗎？歡迎下載河東報APP，天天有獎品等著你：</p>",
        "<p>---</p><p>《河東申訴》三月一日隆重登場，你申訴，我跟進。</p><p>立即報料: https://example.org/1</p>",
        "<p>點擊閱讀下一則新聞</p><p>河東新區環線公交今起試營運</p>",
        f"<p>本文連結 : {ADDRESS}</p><p>人人做記者</p><p>熱線：</p><p>(852) 0000 0000</p>",
        "<p>您所瀏覽的新聞已過時效。建議您加入本社付費會員找尋您要的新聞。</p>",
        "<p>會員登入</p><p>申請專線：</p><p>+886-00000000。</p>",
        "<p>社會中心／綜合報導</p>",
        "<p>記者﹕林小溪</p>",
    ],
)
def test_a_sites_own_words_behind_a_text_are_not_of_it(lines: str) -> None:
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    assert texts(article_of(f"{HEAD}{DAY}<div>{markup}{lines}</div>")) == BODY


@pytest.mark.parametrize("line", ["請同意我們的隱私權規範，才能啟用聽新聞的功能。", "9 小時前", "社會中心／綜合報導"])
def test_nor_above_it(line: str) -> None:
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    assert texts(article_of(f"{HEAD}{DAY}<div><p>{line}</p>{markup}</div>")) == BODY


def test_a_rule_amid_a_text_ends_nothing() -> None:
    assert texts(between("<p>---</p>")) == BODY


@pytest.mark.parametrize(
    ("byline", "publisher", "authors"),
    [
        pytest.param("建立時間：2026/03/05 11:44", None, (), id="what was done then"),
        pytest.param("2026年3月5日 17:22 试听", None, (), id="what can be clicked on"),
        pytest.param("最新推荐文章于 2026-03-05 10:00:00 发布", None, (), id="what another was"),
        pytest.param("2026-03-05 10:12 海峽社", "海峽社", (), id="an outlet"),
        pytest.param("林小溪 2026-03-05 10:12", None, ("林小溪",), id="a person"),
        pytest.param("林小溪 2026-03-05", None, ("林小溪",), id="a person on a day"),
        pytest.param("河東快訊／林小溪 2026年03月05日 20:19:00", None, ("林小溪",), id="a desk and a person"),
        pytest.param("2026-03-05 10:12 記者林小溪／台北報導", None, ("林小溪",), id="a report line"),
        pytest.param("2026-03-05 14:31海峽社 河東縣5日電", "海峽社", (), id="a dateline"),
    ],
)
def test_whatever_stands_beside_the_date(byline: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    article = article_of(f"{HEAD}<div>{byline}</div><div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>")
    assert (article.publisher, article.authors) == (publisher, authors)


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:site_name' content='河東通'><meta name=author content='河東通'>",
        "<title>老橋｜河東通 Hedong</title><meta name=author content='河東通'>",
        "<meta name=author content='河東縣28日電'>",
    ],
)
def test_a_house_is_no_writer(head: str) -> None:
    assert article_of(f"{head}{HEAD}{DAY}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>").authors == ()


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(f"<figure><img><figcaption>{LIGHTS}</figcaption></figure>", id="a figure"),
        pytest.param(f"<div><img><p class='pic_caption'>{LIGHTS}</p></div>", id="by its class"),
    ],
)
def test_a_caption_between_title_and_text_is_of_the_text(picture: str) -> None:
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    article = article_of(f"{HEAD}{picture}<p>林小溪</p>{DAY}<article>{markup}</article>")
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("caption", LIGHTS),
        *(("paragraph", line) for line in BODY),
    ]
    assert article.authors == ("林小溪",)


def test_a_caption_between_the_parts_of_a_text_stands_between_them() -> None:
    parts = f"<div id=upper><p>{BODY[0]}</p></div><figure><img><figcaption>{LIGHTS}</figcaption></figure>"
    article = article_of(f"{HEAD}{DAY}<section>{parts}<div id=lower><p>{BODY[1]}</p><p>{BODY[0]}</p></div></section>")
    assert texts(article) == (BODY[0], LIGHTS, BODY[1], BODY[0])


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(f"<figure><img><figcaption><a href='/1'>{LIGHTS}</a></figcaption></figure>", id="a link"),
        pytest.param(f"<aside><figure><img><figcaption>{LIGHTS}</figcaption></figure></aside>", id="of something else"),
        pytest.param(f"<figure><img><figcaption>{TITLE}</figcaption></figure>", id="the title"),
        pytest.param("<figure><img><figcaption>圖片來源：</figcaption></figure>", id="a label"),
        pytest.param("<figure><img><figcaption>1/3</figcaption></figure>", id="a number"),
    ],
)
def test_what_stands_below_other_pictures_is_not(picture: str) -> None:
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    assert texts(article_of(f"{HEAD}{picture}{DAY}<article>{markup}</article>")) == BODY


ENTRIES = tuple(f"第{at}批市民走過橋面，秩序良好，工作人員在橋頭引導，並派發紀念卡片和地圖。" for at in range(5))


@pytest.mark.parametrize(
    ("intro", "entries"),
    [
        pytest.param(
            "<div class='article-body'>{}</div>",
            "<section>"
            + "".join(f"<div><div>{15 - at}:30</div><p>{entry}</p></div>" for at, entry in enumerate(ENTRIES))
            + "</section>",
            id="boxes",
        ),
        pytest.param(
            "<div class='intro'>{}</div>",
            "<ul>" + "".join(f"<li><time>{15 - at}:30</time><p>{entry}</p></li>" for at, entry in enumerate(ENTRIES)),
            id="a list",
        ),
    ],
)
def test_a_live_report_is_its_introduction_and_its_entries(intro: str, entries: str) -> None:
    markup = intro.format("".join(f"<p>{line}</p>" for line in BODY))
    found = texts(article_of(f"{HEAD}{DAY}<main>{markup}{entries}</main>"))
    times = [f"{15 - at}:30" for at in range(5)]
    assert found == (*BODY, *(part for pair in zip(times, ENTRIES, strict=True) for part in pair))


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        pytest.param("<span class=author><a>林小溪</a> | <a>周明</a></span>", ("林小溪", "周明"), id="two in one"),
        pytest.param("<i class=author>LIN XIAOXI</i>, <i class=author>周明</i>", ("LIN XIAOXI", "周明"), id="two"),
        pytest.param("<i class=author>林小溪</i><i class=author>林小溪</i>", ("林小溪",), id="one twice"),
        pytest.param("<span class=author>林小溪<b>河東大學教授</b></span>", (), id="with what she is"),
        pytest.param("<span class=nickname>林小溪</span>", ("林小溪",), id="a person's account"),
        pytest.param("張貼者： 林小溪", ("林小溪",), id="who posted it"),
        pytest.param("端河報記者 林小溪 發自河東", ("林小溪",), id="from where"),
    ],
)
def test_the_writers_elements_name_them(byline: str, authors: tuple[str, ...]) -> None:
    article = article_of(f"{HEAD}<div>{byline}</div>{DAY}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>")
    assert (article.authors, article.publisher) == (authors, None)


def test_a_caption_credits_its_picture_alone() -> None:
    caption = "<figcaption>修繕後的老橋。圖像來源: 林小溪/HD</figcaption>"
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    article = article_of(f"{HEAD}<figure><img>{caption}</figure>{DAY}<article>{markup}</article>")
    assert (article.authors, article.publisher) == ((), None)


@pytest.mark.parametrize(
    ("opening", "place"),
    [("（河東5日訊）", "河東"), ("【河東三月五日訊】", "河東"), ("（綜合5日訊）", None)],
)
def test_brackets_may_name_no_more_than_where_and_when(opening: str, place: str | None) -> None:
    article = article_of(f"{HEAD}{DAY}<div><p>{opening}{BODY[0]}</p><p>{BODY[1]}</p></div>")
    assert article.place == place
    assert place is None or article.publisher is None


def test_what_leads_elsewhere_is_announced_in_many_words() -> None:
    assert texts(between("<h4>参看</h4><p><a href='/1'>河東新區環線公車今起試營運</a></p>")) == BODY


def test_what_a_report_is_filed_under_is_not_of_it() -> None:
    markup = "".join(f"<p>{line}</p>" for line in (*BODY, "河東報記者 林小溪", "[城南重建]"))
    article = article_of(f"{HEAD}{DAY}<div>{markup}</div>")
    assert (texts(article), article.authors) == (BODY, ("林小溪",))


def test_a_blog_bears_its_writers_name() -> None:
    head = "<meta property='og:site_name' content='Xiaoxi Blog'><meta name=author content='Xiaoxi'>"
    assert article_of(f"{head}{HEAD}{DAY}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>").authors == ("Xiaoxi",)


def test_when_others_were_written_is_not_when_this_was() -> None:
    byline = "<div>最新推荐文章于 2026-03-05 22:51:05 发布 <span>于 2025-10-06 18:02:38 发布</span></div>"
    published = article_of(f"{HEAD}{byline}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>").published
    assert published
    assert published.text == "2025-10-06T18:02:38+08:00"


def test_a_word_beside_the_date_whom_the_page_calls_its_author_is_no_outlet() -> None:
    head = "<meta name=author content='溪橋'>"
    article = article_of(f"{head}{HEAD}<div>溪橋 2026-03-05 10:12</div><div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>")
    assert (article.authors, article.publisher) == (("溪橋",), None)
