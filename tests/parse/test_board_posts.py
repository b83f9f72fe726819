"""Posts saved from bulletin boards."""

from datetime import datetime

import pytest

from zjreader.article import Article
from zjreader.parse.board_posts import looks_like, read
from zjreader.text.clean import Clean, clean

BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
TEXT = "昨天去看了城北公园，园内新种了两千棵乔木，环湖步道也修好了。"
HEADER = "发信人: linxi (山里的猫), 信区: Park\n标  题: {title}\n发信站: 江海夜航 (Sun Apr 18 21:56:26 1999), 转信"


def posts(text: str, section: Clean | None = None) -> list[Article]:
    return read(clean(text), BASE, section)


def test_a_post() -> None:
    (post,) = posts(
        HEADER.format(title="逛城北公园") + f"\n\n{TEXT}\n--\n山里有猫\n※ 来源:·江海夜航·[FROM: 192.0.2.7]\n"
    )
    assert (post.title, post.authors, post.publisher, post.section) == ("逛城北公园", ("linxi",), "江海夜航", "Park")
    assert post.published
    assert post.published.text == "1999-04-18T21:56:26+08:00"
    assert post.body == TEXT


def test_a_post_of_a_traditional_board() -> None:
    text = f"作者  linxi (山裡的貓)  看板  Park\n標題  [心得] 逛城北公園\n時間  Thu Mar  5 14:30:05 2026\n\n{TEXT}"
    assert looks_like(clean(text))
    (post,) = posts(text)
    assert (post.title, post.authors, post.section) == ("[心得] 逛城北公園", ("linxi",), "Park")
    assert post.published
    assert post.published.text == "2026-03-05T14:30:05+08:00"


def test_two_posts_of_one_writer_are_two_articles() -> None:
    text = "\n".join(f"{HEADER.format(title=title)}\n\n{TEXT}\n" for title in ("逛城北公园", "再逛城北公园"))
    assert [post.title for post in posts("江海夜航精华区\n" + text)] == ["逛城北公园", "再逛城北公园"]


def test_the_given_section_goes_before_the_board() -> None:
    (post,) = posts(HEADER.format(title="逛公园") + "\n" + TEXT, Clean("园林"))
    assert post.section == "园林"


def test_a_title_said_again_and_the_boards_own_lines_are_left_out() -> None:
    own = "※ 修改:·linxi 于 Apr 18 22:03:21 修改本文\n" + "-" * 40 + "\n*[江海夜航] [全部讨论区列表]"
    (post,) = posts(f"{HEADER.format(title='逛公园')}\n\n    逛公园\n\n{TEXT}\n{own}\n")
    assert post.body == TEXT


def test_a_rule_far_from_the_end_is_no_signature() -> None:
    text = "\n".join([HEADER.format(title="逛公园"), TEXT, "--", *[TEXT] * 20])
    assert len(posts(text)[0].blocks) == 22


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("发信人: linxi\n" + TEXT, id="no-title"),
        pytest.param("作者：林溪\n标题：城北公园\n" + TEXT, id="a-persons-name"),
        pytest.param(f"{TEXT}\n发信人不明。\n", id="the-word-alone"),
    ],
)
def test_what_is_no_post(text: str) -> None:
    assert not looks_like(clean(text))
