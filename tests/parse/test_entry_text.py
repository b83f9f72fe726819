"""The text of an entry: complete or an extract, and what the feed puts around it is gone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.feeds import OPENING, TEXT, TITLE
from zjreader.parse.entry_text import entry_text, on_one_line
from zjreader.parse.feed_values import NOTHING, Passage
from zjreader.text.clean import Clean, clean

BASE = datetime(2026, 4, 12, tzinfo=UTC)
PARAGRAPHS = [part.removesuffix("</p>") for part in TEXT.split("<p>")[1:]]


def html(markup: str) -> Passage:
    return Passage(markup, html=True)


def texts(content: Passage, description: Passage = NOTHING, title: str = TITLE) -> list[str]:
    return [block.text for block in entry_text(Clean(title), content, description, BASE).blocks]


def summary(content: Passage, description: Passage = NOTHING, title: str = TITLE) -> str | None:
    found = entry_text(Clean(title), content, description, BASE)
    assert not found.blocks
    return found.summary


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        pytest.param(Passage("甲  乙\n丙"), "甲 乙 丙", id="plain"),
        pytest.param(Passage("1 < 2 &amp; <b>"), "1 < 2 &amp; <b>", id="plain-means-itself"),
        pytest.param(html("老桥<b>加固</b>完工&nbsp;今起通行"), "老桥加固完工 今起通行", id="markup"),
        pytest.param(html("A&amp;B <em>三季度</em>"), "A&B 三季度", id="reference"),
        pytest.param(html("产量<一成，销量>三成"), "产量<一成，销量>三成", id="signs-that-are-no-markup"),
        pytest.param(html("<script>alert(1)</script>标题"), "标题", id="script"),
        pytest.param(NOTHING, "", id="nothing"),
    ],
)
def test_a_passage_on_one_line(passage: Passage, shown: str) -> None:
    assert on_one_line(passage) == shown


def test_a_whole_text_is_taken_in_its_paragraphs() -> None:
    assert texts(html(TEXT)) == PARAGRAPHS


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<br>".join(PARAGRAPHS), id="breaks"),
        pytest.param("\n".join(f"　　<b>{part}</b>" for part in PARAGRAPHS), id="line-ends"),
        pytest.param(f"<div>{TEXT}</div>", id="box"),
    ],
)
def test_paragraphs_are_found_however_they_are_made(markup: str) -> None:
    assert texts(html(markup)) == PARAGRAPHS


def test_plain_text_has_its_own_lines() -> None:
    assert texts(Passage("\n\n".join(PARAGRAPHS))) == PARAGRAPHS


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(f"<h1>{TITLE}</h1>{TEXT}", id="title-again"),
        pytest.param(f"<h3>{TITLE[:6]}</h3>{TEXT}", id="part-of-the-title-again"),
        pytest.param(f"{TEXT}<p>阅读原文</p>", id="button"),
        pytest.param(f'{TEXT}<p>The post <a href="/a">老桥</a> appeared first on <a href="/">南城</a>.</p>', id="post"),
        pytest.param(f"<p>阅读：1024 评论：3</p>{TEXT}", id="counts"),
        pytest.param(f"{TEXT}<p>责任编辑：钱多</p>", id="editor"),
        pytest.param(f"<style>p {{color: red}}</style>{TEXT}<script>var a;</script>", id="script"),
    ],
)
def test_what_is_put_around_a_text_is_no_part_of_it(around: str) -> None:
    assert texts(html(around)) == PARAGRAPHS


def test_lines_of_credits_become_credits() -> None:
    credit = entry_text(Clean(TITLE), html(f"<p>来源：南城日报</p>{TEXT}<p>责任编辑：钱多</p>"), NOTHING, BASE).credits
    assert (credit.publisher, credit.editor) == ("南城日报", "钱多")


def test_a_sign_below_the_text_does_not_make_it_incomplete() -> None:
    assert texts(html(f"{TEXT}<p>（完）</p>")) == [*PARAGRAPHS, "（完）"]
    assert texts(html(f"{TEXT}<p>END</p>"))[:-1] == PARAGRAPHS


def test_notes_and_captions_are_called_so() -> None:
    found = entry_text(
        Clean(TITLE), html(f"<p>图为改造后的老桥。</p>{TEXT}<p>编者注：文中均为化名。</p>"), NOTHING, BASE
    )
    assert [block.kind for block in found.blocks] == ["caption", *["paragraph"] * 4, "note"]


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        pytest.param(f"{OPENING}[详细]", OPENING, id="detail"),
        pytest.param(f"{OPENING}……<a href='/a'>阅读全文</a>", f"{OPENING}……", id="whole-text"),
        pytest.param(f"<p>{OPENING}</p><p><a href='/a'>查看详情</a></p>", OPENING, id="button"),
        pytest.param(f"{OPENING} Continue reading →", OPENING, id="english"),
        pytest.param(
            f'<p>{OPENING}</p><p>The post <a href="/a">老桥</a> appeared first on <a href="/">南城</a>.</p>',
            OPENING,
            id="appeared-first",
        ),
        pytest.param(f"{OPENING[:-3]}...", f"{OPENING[:-3]}...", id="cut-off"),
        pytest.param(OPENING, OPENING, id="sentence"),
    ],
)
def test_an_extract_is_a_summary_without_its_link(markup: str, left: str) -> None:
    assert summary(NOTHING, html(markup)) == left
    assert summary(html(markup)) == left


def test_an_extract_of_several_paragraphs_is_one_line() -> None:
    assert summary(NOTHING, html("<p>老桥今起通行。</p><p>公交改回原线。</p>")) == "老桥今起通行。 公交改回原线。"


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param(Passage(TITLE), id="title"),
        pytest.param(html(f"<h3><a href='/a'>{TITLE}</a></h3>"), id="linked-title"),
        pytest.param(html("<img src='a.jpg'>"), id="picture"),
        pytest.param(NOTHING, id="nothing"),
    ],
)
def test_what_says_no_more_than_the_title_is_no_summary(passage: Passage) -> None:
    assert summary(passage) is None
    assert summary(NOTHING, passage) is None


def test_labels_on_the_card_of_a_list_are_no_summary() -> None:
    assert summary(html(f"<h3>{TITLE}</h3><a>城建</a>")) is None


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"{TEXT}<p>……</p>", id="dots-below"),
        pytest.param(f"{TEXT}<p><a href='/a'>阅读全文</a></p>", id="button"),
        pytest.param(f"{TEXT}<p><a href='/a'>展开全文</a></p><p>分享到</p>", id="button-among-others"),
        pytest.param(TEXT.replace("保证行人和自行车不断行。</p>", "保证行人和…</p>"), id="dots"),
        pytest.param(TEXT.replace("保证行人和自行车不断行。</p>", "保证行人和</p>"), id="amid-a-sentence"),
        pytest.param(f"{TEXT}<p><a href='/a'>阅读全文>></a></p>".replace("</p><p><a", "……<a"), id="link"),
    ],
)
def test_a_text_that_is_cut_off_is_an_extract(markup: str) -> None:
    assert (summary(html(markup)) or "").startswith(PARAGRAPHS[0])


def test_a_description_is_a_text_only_if_it_plainly_is() -> None:
    one, several = "".join(PARAGRAPHS), f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    assert summary(NOTHING, html(one)) == one
    assert summary(NOTHING, html(several))
    assert texts(NOTHING, html(TEXT)) == PARAGRAPHS


def test_beside_a_whole_text_a_summary_of_its_own_is_kept() -> None:
    found = entry_text(Clean(TITLE), html(TEXT), Passage("一座六十八岁的老桥换了支座。"), BASE)
    assert (len(found.blocks), found.summary) == (4, "一座六十八岁的老桥换了支座。")


@pytest.mark.parametrize("extract", [PARAGRAPHS[0], f"{PARAGRAPHS[0][:30]}……", f"{PARAGRAPHS[0][:30]}[…]", ""])
def test_the_beginning_of_the_text_is_no_summary_of_it(extract: str) -> None:
    found = entry_text(Clean(TITLE), html(TEXT), Passage(extract), BASE)
    assert (len(found.blocks), found.summary) == (4, None)


MARKUP = st.text(st.sampled_from("<>/pbr &;#x27老桥通行。，…\n[]详细阅读全文编辑："), max_size=120)


@given(MARKUP, MARKUP, st.booleans())
def test_no_markup_fails_and_all_that_comes_out_is_clean(content: str, description: str, is_html: bool) -> None:
    found = entry_text(Clean(TITLE), Passage(content, is_html), Passage(description, is_html), None)
    for shown in [*(block.text for block in found.blocks), found.summary or ""]:
        assert shown == clean(shown)
        assert "\n" not in shown
    assert found.summary is None or found.summary


@given(st.permutations(PARAGRAPHS))
def test_no_paragraph_of_a_whole_text_is_lost(paragraphs: list[str]) -> None:
    assert texts(html("".join(f"<p>{part}</p>" for part in paragraphs))) == paragraphs
