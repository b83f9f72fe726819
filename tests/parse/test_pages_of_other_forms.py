"""Pages that are no plain prose: tables, photographs, talks, bulletins, and texts with something else amid them."""

from datetime import datetime

import pytest

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import Asked
from zjreader.parse.markup import page
from zjreader.text.clean import Clean

TITLE = "城南老桥修缮完工 沿河步道同时开放"
BODY = (
    "城南老桥昨日恢复通行，沿河两岸的步道同时向市民开放，首日有三万多人前来散步。",
    "“桥面比原来宽了两米，推婴儿车也不挤。”住在桥头的居民说，她每天都要从这里走过。",
    "工程指挥部介绍，修缮自前年春天开始，原计划两年完成，因汛期来得晚，提前了三个月。",
)
HEADLINES = (
    "河东新区第二条环线公交今起试运行",
    "市图书馆夜间开放延长至十点",
    "今年首批地产草莓上市价格平稳",
    "三所中学联合举办科技节",
)
LINKS = "".join(f"<p><a href='/{at}.html'>{headline}</a></p>" for at, headline in enumerate(HEADLINES))
BASE = Asked(base=datetime(2026, 3, 6))  # noqa: DTZ001 - a page's day has no zone
HEAD = f"<title>{TITLE}_河东新闻网</title><h1>{TITLE}</h1><div>2026-03-05 10:00 来源：河东日报</div>"


def article_of(markup: str, asked: Asked = BASE) -> Article:
    found = page((HEAD + markup).encode(), asked)
    read = found and web_page.read(found, asked)
    assert read is not None
    return read.article


def texts(markup: str) -> tuple[str, ...]:
    return tuple(block.text for block in article_of(markup).blocks)


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def rows(*lines: str) -> str:
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in line.split()) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


TIMES = ("线路 起点 终点 首班", "1路 城南老桥 火车站 06:00", "2路 城南老桥 大学城 06:10", "3路 环城路 图书馆 06:30")
PRICES = ("品种 每公斤均价 环比", "大白菜 1.20元 -3.1%", "土豆 2.35元 +1.0%", "黄瓜 4.10元 +6.2%", "鸡蛋 8.90元 -1.5%")


def test_a_table_inside_a_text_is_its_rows() -> None:
    lines = ("途经老桥的公交线路恢复原线，安排如下。", *TIMES, "请提前安排好出行时间，以站牌公告为准。")
    assert texts(f"<div><p>{lines[0]}</p>{rows(*TIMES)}<p>{lines[-1]}</p></div>") == lines


def test_a_text_may_be_a_table_and_a_note() -> None:
    assert texts(f"<div>{rows(*PRICES)}<p>注：由六个批发市场汇总。</p></div>") == (*PRICES, "注：由六个批发市场汇总。")


PICTURES = (
    "3月5日，市民在河东市城南老桥上散步。当日，修缮完工的老桥恢复通行。河东社记者 林小溪 摄",
    "3月5日拍摄的城南老桥（无人机照片）。河东社记者 林小溪 摄",
    "3月5日，工人在桥头安装路灯。河东社记者 林小溪 摄",
)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("<p><img></p><p>{}</p>", id="below their pictures"),
        pytest.param("<li><img><div class='pic-desc'>{}</div><span>1/3</span></li>", id="slides with their numbers"),
        pytest.param("<figure><img><figcaption>{}</figcaption></figure>", id="figures"),
    ],
)
def test_photographs_are_told_by_their_captions(form: str) -> None:
    assert texts(f"<div>{''.join(map(form.format, PICTURES))}</div>") == PICTURES


def test_a_talk_keeps_who_asks_and_who_answers() -> None:
    talk = (
        "河东晚报：修一座老桥为什么用了两年？",
        "周工程师：桥基是百年前的木桩，要一根一根检查。",
        "河东晚报：哪一步最难？",
        "周工程师：石栏杆。原来的石料已经停采，最后在邻县的老宅里找到了同样的青石。",
    )
    inner = "".join(f"<p><b>{line}</b></p>" if line.endswith("？") else f"<p>{line}</p>" for line in talk)
    assert texts(f"<div>{inner}</div>") == talk


def test_a_bulletin_stands_before_lists_with_more_text() -> None:
    bulletin = "河东市气象台3月5日10时发布大风蓝色预警信号：预计今天下午到夜间，全市有5级左右偏北风，请注意防范。"
    teaser = f"<div>{BODY[0]}<a href='/9'>[详细]</a></div>"
    assert texts(f"<p>{bulletin}</p><h3>相关新闻</h3>{LINKS}<h3>视频</h3>{LINKS}{teaser}") == (bulletin,)


@pytest.mark.parametrize(
    "amid",
    [
        pytest.param(f"<div><p>相关阅读</p>{LINKS}</div>", id="in a box under their heading"),
        pytest.param(f"<p>此前报道：</p>{LINKS}", id="under a line that announces them"),
        pytest.param(LINKS, id="alone"),
        pytest.param(
            "<p>广告</p><a href='/ad'><p>春季家装节，全屋定制满减进行中，到店就送好礼</p></a>", id="an advertisement"
        ),
        pytest.param("<p>▼相关图集▼</p>", id="an offer without links"),
        pytest.param(
            "<p>您的浏览器不支持视频播放</p>".replace("<p>", "<p style='display:none'>"), id="what nobody sees"
        ),
    ],
)
def test_what_stands_amid_a_text_is_left_out_and_the_text_goes_on(amid: str) -> None:
    assert texts(f"<div>{paragraphs(BODY[:2])}{amid}{paragraphs(BODY[2:])}</div>") == BODY


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("<h3>热评 共38条</h3>{}", id="under how many there are"),
        pytest.param("<h3>38条回复</h3>{}", id="under how many answer"),
        pytest.param("<div>分享 收藏 0 回复 举报</div>{}", id="below what can be done with a post"),
    ],
)
def test_answers_may_outweigh_the_text(form: str) -> None:
    said = "这座桥我从小走到大，现在修好了真的很高兴，希望多修这样的步道。"
    answer = f"<div><b>读者</b><p>{said}</p><i>1小时前 回复 赞</i></div>"
    assert texts(f"<div><div>{paragraphs(BODY)}</div>{form.format(answer * 30)}</div>") == BODY


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param(
            "我们使用Cookie等技术，以便为您提供个性化的内容和广告，衡量广告效果，了解受众并改进产品。", id="cookies"
        ),
        pytest.param("您的浏览器不支持HTML5视频播放，请升级浏览器后再试，给您带来的不便敬请谅解。", id="a player"),
        pytest.param(
            "未经书面授权，不得以任何方式加以使用，包括转载、摘编、复制或建立镜像。保留追究侵权者法律责任的权利。",
            id="rights",
        ),
    ],
)
def test_what_a_site_tells_its_visitors_is_no_text(notice: str) -> None:
    assert texts(f"<div><p>{notice * 9}</p></div><div>{paragraphs(BODY)}</div>") == BODY


def test_a_text_in_two_boxes_of_a_form_is_whole() -> None:
    markup = "<div><div id='upper'>{}</div><div id='lower'>{}</div></div>"
    assert texts(markup.format(paragraphs(BODY[:1]), paragraphs(BODY[1:]))) == BODY


@pytest.mark.parametrize(
    "summary",
    [
        pytest.param(f"<div class='summary'>{BODY[1]}</div>", id="by its name"),
        pytest.param(f"<div>摘要：{BODY[1]}</div>", id="by what it says"),
        pytest.param(f"<div class='comment'>{BODY[1]}</div>", id="beside it"),
    ],
)
def test_a_summary_above_a_text_is_not_of_it(summary: str) -> None:
    assert texts(f"<div>{summary}<div>{paragraphs(BODY)}</div></div>") == BODY


def test_a_title_below_a_player_is_found() -> None:
    player = "<div>00:00 / 01:23 倍速 1.5x 1.25x 1.0x 高清 标清 静音</div>"
    byline = "<div>2026-03-05 10:12 来源：河东晚报</div>"
    markup = f"<title>{TITLE}_某视频</title>{player}<h1>{TITLE}</h1>{byline}<p>{BODY[0]}{BODY[1]}</p>"
    found = page(markup.encode(), BASE)
    read = found and web_page.read(found, BASE)
    assert read is not None
    assert (read.article.title, read.article.publisher) == (TITLE, "河东晚报")
    assert read.article.body == f"{BODY[0]}{BODY[1]}"


def test_a_text_of_typed_lines_is_its_paragraphs() -> None:
    whole = "".join(BODY) * 2
    typed = "\n".join(whole[at : at + 30] for at in range(0, len(whole), 30))
    assert texts(f"<pre>　　{typed}\n\n　　{typed}\n</pre>") == (whole, whole)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        pytest.param(None, "2026-03-05T10:00+08:00", id="China's"),
        pytest.param(Clean("America/New_York"), "2026-03-05T10:00-05:00", id="the source's"),
        pytest.param(Clean("+09:00"), "2026-03-05T10:00+09:00", id="by its offset"),
        pytest.param(Clean("Nowhere/Land"), "2026-03-05T10:00+08:00", id="none that is known"),
    ],
)
def test_times_without_offset_are_in_the_sources_zone(zone: Clean | None, expected: str) -> None:
    published = article_of(f"<div>{paragraphs(BODY)}</div>", BASE._replace(zone=zone)).published
    assert published is not None
    assert published.text == expected


def test_a_time_told_to_machines_is_in_the_sources_zone_too() -> None:
    meta = "<meta name='publishdate' content='2026-03-05 10:12'>"
    asked = BASE._replace(zone=Clean("+09:00"))
    found = page(f"{meta}<title>{TITLE}</title><h1>{TITLE}</h1><div>{paragraphs(BODY)}</div>".encode(), asked)
    read = found and web_page.read(found, asked)
    assert read is not None
    assert read.article.published is not None
    assert read.article.published.text == "2026-03-05T10:12+09:00"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        pytest.param(
            "<div>河东日报 2026年03月05日 星期四</div><div>第03版：民生</div>", "2026-03-05", id="a paper's page"
        ),
        pytest.param("<div>河东日报 2026年03月05日 星期四</div>", None, id="the day on which a site is looked at"),
    ],
)
def test_an_articles_day_is_that_of_its_paper(above: str, expected: str | None) -> None:
    menu = "".join(f"<div><a href='/{at}'>频道{at}</a></div>" for at in range(20))
    markup = f"<title>{TITLE}</title>{above}{menu}<h1>{TITLE}</h1><div>{paragraphs(BODY)}</div>"
    found = page(markup.encode(), BASE)
    read = found and web_page.read(found, BASE)
    assert read is not None
    assert (read.article.published and read.article.published.text) == expected
