"""The page of an article as lines of text."""

import pytest

from tests.tui.newsroom import NEWS, article
from zjreader.article import Span
from zjreader.text.clean import clean_line
from zjreader.tui.article_lines import MOST_CHARACTERS, line_pieces, page_lines
from zjreader.tui.headline_block import minutes


def drawn(number: int, room: int) -> list[str]:
    return [line.shown for line in page_lines(NEWS[number], room)]


def test_a_full_article_has_headline_block_text_and_editor() -> None:
    assert drawn(0, 44) == [
        "三项新政同日落地 小微企业最多可缓缴半年社保",
        "江城晚报 · 财经 · 江城 · 2026-11-19",
        "by 林一舟",
        "143 characters · about 1 minute",
        "",
        "    三项扶持小微企业的新政同日落地，企业最多",
        "可以缓缴半年社保。会上，负责人逐一回应了企业",
        "最关心的问题。",
        "",
        "怎样申请",
        "· 缓缴：符合条件的企业可在网上申请；",
        "· 贴息：首次贷款的利息由财政补贴一半，每家企",
        "  业每年最高两万元，先付后补，按季度结算；",
        "· 培训：每月开设两期免费课程。",
        "    （注）以上政策自明年一月一日起施行。",
        "",
        " " * 32 + "editor: 苏禾",
    ]


def test_a_teaser_is_shown_as_what_it_is() -> None:
    assert drawn(1, 60) == [
        "老街上的修表铺 守着一座城的时间",
        "江城晚报 · 副刊 · 江城 · 2026-11-18",
        "opening only: the source shows no more",
        "",
        "    铺子开在老街的第三个路口，门脸不到两米宽，玻璃柜里摆着上",
        "百只等人来取的旧表",
    ]


def test_of_a_teaser_with_a_link_it_is_said_how_to_go_on() -> None:
    linked = NEWS[1]._replace(url=clean_line("https://news.example/a/1"))
    assert page_lines(linked, 60)[2].shown == "opening only: o opens the page it is from"


def test_the_host_of_a_link_is_shown_plainly_above_it() -> None:
    linked = NEWS[3]._replace(url=clean_line("https://gov.example@foul.example/a/1"))
    assert [line.shown for line in page_lines(linked, 60)[-2:]] == [
        "link to foul.example",
        "https://gov.example@foul.example/a/1",
    ]


@pytest.mark.parametrize(("length", "time"), [(1, 1), (400, 1), (401, 2), (4000, 10)])
def test_reading_takes_a_minute_for_each_400_characters(length: int, time: int) -> None:
    assert minutes(article("题", "字" * length)) == time


def test_only_a_web_link_is_shown() -> None:
    linked = NEWS[3]._replace(url=clean_line("https://news.example/a/1"))
    foul = NEWS[3]._replace(url=clean_line("javascript:alert(1)"))
    assert page_lines(linked, 60)[-1].shown == "https://news.example/a/1"
    assert all("javascript" not in line.shown for line in page_lines(foul, 60))


def test_of_a_broken_file_of_megabytes_the_beginning_is_set_and_the_rest_is_said() -> None:
    huge = article("长", "字" * (MOST_CHARACTERS - 10), "句" * 30, "末" * 5)
    lines = page_lines(huge, 80)
    assert sum(line.shown.count("句") for line in lines) == 10
    assert lines[-1].shown == "25 more characters: zjreader show"


def test_a_title_of_megabytes_is_cut() -> None:
    lines = page_lines(article("题" * (MOST_CHARACTERS + 7), "文"), 80)
    assert sum(line.shown.count("题") for line in lines) == MOST_CHARACTERS


def test_matches_are_marked_in_title_and_text_and_not_in_the_credits() -> None:
    lines = page_lines(article("江城", "新江城的故事", publisher="江城晚报"), 60)
    found = [
        [piece.text for piece in line_pieces(line, lambda text: (Span(text.find("江城"), text.find("江城") + 2),))
         if piece.look == "match"]
        for line in lines
    ]  # fmt: skip
    assert found == [["江城"], [], [], [], ["江城"]]
