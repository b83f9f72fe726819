"""Pages: what stands where, in which voice, and that nothing of the text is lost or moved."""

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, BlockKind, Span
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.typeset import (
    BLANK,
    LEAST_MEASURE,
    MOST_MEASURE,
    PRINT,
    Line,
    Role,
    Style,
    measure_in,
    plain_lines,
    set_article,
    set_block,
)
from zjreader.text.width import cells

APART = Style(paragraphs="apart")
GAP = Style(paragraphs="apart", han_latin_gap=True)
PARAGRAPH = "全市今年将新增公共停车泊位三万个，重点补齐老旧小区、医院和学校周边的缺口。"


def drawn(kind: BlockKind, text: str, measure: int = 24, style: Style = PRINT) -> list[str]:
    return [line.shown for line in set_block(Block(kind, clean(text)), measure, style)]


def article(*blocks: Block, title: str = "老旧小区停车难有了新办法", summary: str | None = None) -> Article:
    kept = None if summary is None else clean_line(summary)
    return Article("full" if blocks else "teaser", clean_line(title), kept, blocks=blocks)


@pytest.mark.parametrize(
    ("kind", "text", "style", "lines"),
    [
        pytest.param(
            "paragraph",
            "全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["    全市今年将新增公共停", "车泊位三万个。"],
            id="a paragraph begins two Hanzi in",
        ),
        pytest.param(
            "paragraph",
            "全市今年将新增公共停车泊位三万个。",
            APART,
            ["全市今年将新增公共停车泊", "位三万个。"],
            id="a paragraph that stands apart begins at the edge",
        ),
        pytest.param(
            "paragraph",
            "一、全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["一、全市今年将新增公共停", "    车泊位三万个。"],
            id="a first-order number hangs",
        ),
        pytest.param(
            "paragraph",
            "（二）全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["（二）全市今年将新增公共", "      停车泊位三万个。"],
            id="a second-order number hangs",
        ),
        pytest.param(
            "paragraph",
            "3. 全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["3. 全市今年将新增公共停", "   车泊位三万个。"],
            id="an Arabic number hangs with its blank",
        ),
        pytest.param(
            "paragraph",
            "问：全市今年将新增公共停车泊位三万个吗？",
            PRINT,
            ["问：全市今年将新增公共停", "    车泊位三万个吗？"],
            id="a question hangs",
        ),
        pytest.param(
            "paragraph",
            "答：是的。",
            APART,
            ["答：是的。"],
            id="an answer of one line",
        ),
        pytest.param(
            "paragraph",
            "一、二季度全市新增公共停车泊位三万个。",
            PRINT,
            ["    一、二季度全市新增公", "共停车泊位三万个。"],
            id="two quarters of a year are no number",
        ),
        pytest.param(
            "paragraph",
            "3.5万个公共停车泊位将在年内新增完成。",
            PRINT,
            ["    3.5万个公共停车泊位", "将在年内新增完成。"],
            id="a decimal is no number of a paragraph",
        ),
        pytest.param(
            "item",
            "全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["· 全市今年将新增公共停车", "  泊位三万个。"],
            id="a point has a mark and hangs",
        ),
        pytest.param(
            "item",
            "1）全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["1）全市今年将新增公共停", "   车泊位三万个。"],
            id="a numbered point has its number for a mark",
        ),
        pytest.param(
            "item",
            "• 全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["• 全市今年将新增公共停车", "  泊位三万个。"],
            id="a point that brought its mark gets no second one",
        ),
        pytest.param(
            "item",
            "全市今年将新增公共停车泊位三万个。",
            Style(ambiguous=2),
            ["· 全市今年将新增公共停", "   车泊位三万个。"],
            id="a wide mark moves the point",
        ),
        pytest.param(
            "quote",
            "全市今年将新增公共停车泊位三万个。",
            PRINT,
            ["    全市今年将新增公", "    共停车泊位三万", "    个。"],
            id="a quotation stands in on both sides",
        ),
        pytest.param(
            "caption",
            "图为改造后的停车场。",
            PRINT,
            ["  ▲ 图为改造后的停车", "    场。"],
            id="a caption stands in on both sides and points at its picture",
        ),
        pytest.param(
            "caption",
            "▲图为改造后的停车场。",
            PRINT,
            ["    ▲图为改造后的停", "    车场。"],
            id="a caption that brought its sign gets no second one",
        ),
        pytest.param(
            "caption",
            "图为改造后的停车场。",
            Style(ambiguous=2),
            [" ▲ 图为改造后的停车", "    场。"],
            id="a wide sign leaves the caption where it is",
        ),
        pytest.param(
            "note",
            "注：数据截至四月底，不含路侧停车泊位。",
            PRINT,
            ["    注：数据截至四月底，", "    不含路侧停车泊位。"],
            id="a note stands in",
        ),
        pytest.param(
            "heading",
            "三、全市今年将新增公共停车泊位三万个",
            PRINT,
            ["三、全市今年将新增公共停", "    车泊位三万个"],
            id="a heading's number hangs",
        ),
        pytest.param(
            "paragraph",
            "　　全市今年将新增停车泊位。",
            PRINT,
            ["    全市今年将新增停车泊", "位。"],
            id="the source's own indent is not added to ours",
        ),
        pytest.param("paragraph", "", PRINT, [], id="a paragraph without text has no line"),
    ],
)
def test_each_kind_of_block_is_set_in_its_way(kind: BlockKind, text: str, style: Style, lines: list[str]) -> None:
    assert drawn(kind, text, style=style) == lines


def test_a_page_is_title_bylines_body_and_editor_with_a_blank_line_between() -> None:
    blocks = (Block("paragraph", clean_line(PARAGRAPH)), Block("note", clean_line("注：数据为初步统计。")))
    page = set_article(
        article(*blocks),
        40,
        head=[("byline", clean_line("示例日报 · 4月10日"))],
        tail=[("editor", clean_line("责任编辑：林晓"))],
    )
    assert [(line.role, line.block, line.shown) for line in page] == [
        ("title", None, "老旧小区停车难有了新办法"),
        ("byline", None, "示例日报 · 4月10日"),
        ("blank", None, ""),
        ("paragraph", 0, "    全市今年将新增公共停车泊位三万个，重"),
        ("paragraph", 0, "点补齐老旧小区、医院和学校周边的缺口。"),
        ("note", 1, "    注：数据为初步统计。"),
        ("blank", None, ""),
        ("editor", None, " " * 26 + "责任编辑：林晓"),
    ]


@pytest.mark.parametrize(
    ("kinds", "style", "roles"),
    [
        pytest.param(["paragraph", "paragraph"], PRINT, ["paragraph", "paragraph"], id="indented paragraphs"),
        pytest.param(["paragraph", "paragraph"], APART, ["paragraph", "blank", "paragraph"], id="paragraphs apart"),
        pytest.param(["heading", "paragraph"], PRINT, ["heading", "paragraph"], id="a heading that opens the body"),
        pytest.param(
            ["paragraph", "heading", "paragraph"],
            PRINT,
            ["paragraph", "blank", "heading", "paragraph"],
            id="a heading between paragraphs",
        ),
        pytest.param(["item", "item"], APART, ["item", "item"], id="points belong together"),
        pytest.param(["paragraph", "item"], APART, ["paragraph", "blank", "item"], id="the first point stands apart"),
    ],
)
def test_blank_lines_part_what_the_style_parts(kinds: list[BlockKind], style: Style, roles: list[Role]) -> None:
    page = set_article(article(*(Block(kind, Clean("停车")) for kind in kinds), title=""), 40, style)
    assert [line.role for line in page] == roles


def test_a_teaser_shows_its_summary_as_a_paragraph() -> None:
    page = set_article(article(summary="全市今年将新增停车泊位……"), 40)
    assert [(line.role, line.block) for line in page] == [("title", None), ("blank", None), ("paragraph", None)]


def test_a_headline_alone_is_a_page_of_its_title() -> None:
    assert list(plain_lines(article(), 40)) == ["老旧小区停车难有了新办法"]


def test_an_article_without_anything_is_an_empty_page() -> None:
    assert set_article(article(title=""), 40) == ()


def test_blocks_without_text_leave_no_gap() -> None:
    blocks = (Block("paragraph", Clean("停车")), Block("heading", Clean(" ")), Block("paragraph", Clean("泊位")))
    assert list(plain_lines(article(*blocks, title=""), 40)) == ["    停车", "    泊位"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        pytest.param("老旧小区停车难有了新办法", ["老旧小区停车难有了新办法"], id="one line"),
        pytest.param(
            "全市今年将新增公共停车泊位三万个重点补齐缺口",
            ["全市今年将新增公共停车", "泊位三万个重点补齐缺口"],
            id="two even lines",
        ),
        pytest.param(
            "今年将用好AI辅助InternationalBusiness服务",
            ["今年将用好AI辅助", "InternationalBusiness服务"],
            id="never at the price of a word cut",
        ),
        pytest.param(f"停车{' ' * 60}泊位", ["停车", "泊位"], id="two words far apart"),
        pytest.param("停车" * 65, [*["停车" * 10] * 6, "停车" * 5], id="a title of many lines is filled"),
    ],
)
def test_a_title_is_set_in_even_lines(title: str, lines: list[str]) -> None:
    assert list(plain_lines(Article("teaser", clean(title)), 40)) == lines


def test_a_line_knows_where_its_characters_are_drawn() -> None:
    block = Block("item", Clean("全市今年将新增公共停车泊位三万个。"))
    first, second = set_block(block, 24)
    place = block.text.index("泊位")
    assert second.shown[second.shown_at(place) : second.shown_at(place + 2)] == "泊位"
    assert first.shown_at(place) == len(first.shown)
    assert second.shown_at(0) == len("  ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("他们用GPT写稿", "他们用 GPT 写稿", id="around a Latin word"),
        pytest.param("去读Привет一诗", "去读 Привет 一诗", id="around a Cyrillic word"),
        pytest.param("研究β射线", "研究 β 射线", id="around a Greek letter"),
        pytest.param("增长5.2%左右", "增长 5.2% 左右", id="around a percentage"),
        pytest.param("约90后青年", "约 90 后青年", id="around a number"),
        pytest.param("达到1.3万亿元", "达到 1.3万亿元", id="a number keeps close to its unit"),
        pytest.param("今年3月5日14时30分", "今年 3月5日14时30分", id="a date is one expression"),
        pytest.param("按第3条办理", "按第3条办理", id="an ordinal is one expression"),
        pytest.param("气温25℃以上", "气温 25℃ 以上", id="behind a degree sign"),
        pytest.param("用 GPT 写稿", "用 GPT 写稿", id="where the source has blanks, none is added"),
        pytest.param("说“GPT”（AI）好", "说“GPT”（AI）好", id="none beside marks"),
        pytest.param("用ＧＰＴ写", "用ＧＰＴ写", id="none around full-width letters"),
        pytest.param("见https://a.cn/b1?c=2", "见 https://a.cn/b1?c=2", id="none inside an address"),
        pytest.param("GPT-5.1写AT&T稿", "GPT-5.1 写 AT&T 稿", id="none inside a word with joints"),
    ],
)
def test_a_gap_is_drawn_where_han_and_latin_meet(text: str, shown: str) -> None:
    assert drawn("paragraph", text, 40, GAP) == [shown]
    assert drawn("paragraph", text, 40, APART) == [text]


@pytest.mark.parametrize(
    ("measure", "lines"),
    [
        pytest.param(15, ["他们用 GPT 写稿"], id="gaps that fit"),
        pytest.param(14, ["他们用 GPT 写", "稿"], id="gaps take their cell from the line"),
        pytest.param(12, ["他们用 GPT", "写稿"], id="no gap ends a line"),
    ],
)
def test_gaps_count_in_a_lines_width_and_stand_only_inside_it(measure: int, lines: list[str]) -> None:
    assert drawn("paragraph", "他们用GPT写稿", measure, GAP) == lines


def test_a_gap_belongs_to_no_span() -> None:
    [line] = set_block(Block("paragraph", Clean("他们用GPT写稿")), 40, GAP)
    shown = [line.shown_span(Span(start, stop)) for start, stop in ((2, 3), (3, 6), (2, 7))]
    assert [line.shown[start:stop] for start, stop in shown] == ["用", "GPT", "用 GPT 写"]
    assert line.text[line.span.start : line.span.stop] == "他们用GPT写稿"


def test_of_a_span_in_other_lines_nothing_is_shown() -> None:
    first, _second = set_block(Block("paragraph", Clean("他们用GPT写稿")), 12, GAP)
    assert first.shown_span(Span(6, 8)) == Span(0, 0)


def test_tabs_and_line_ends_inside_a_text_are_drawn_as_blanks() -> None:
    assert Line("note", Clean("公共\t停车\n泊位"), Span(0, 8)).shown == "公共 停车 泊位"


@pytest.mark.parametrize(
    ("room", "wanted", "measure"),
    [
        pytest.param(120, 80, MOST_MEASURE, id="a wide pane leaves margins"),
        pytest.param(120, 60, 60, id="as wanted"),
        pytest.param(120, 20, LEAST_MEASURE, id="not less than 20 Hanzi"),
        pytest.param(120, 200, MOST_MEASURE, id="not more than 40 Hanzi"),
        pytest.param(38, 80, 38, id="a narrow pane is used whole"),
    ],
)
def test_lines_are_20_to_40_hanzi_long_where_there_is_room(room: int, wanted: int, measure: int) -> None:
    assert measure_in(room, wanted) == measure


KINDS = st.sampled_from(["heading", "paragraph", "item", "quote", "note", "caption"])
OPENINGS = st.sampled_from(["", "一、", "（三）", "1. ", "发言人：", "• ", "　　", "\t"])
WORDS = st.lists(
    st.sampled_from(["停车", "泊位", "，", "。", "“", "”", "318,758.4亿元", "GPT-5.1", " ", "《停车指南》", "——"]),
    max_size=40,
).map("".join)
BLOCKS = st.builds(lambda kind, opening, text: Block(kind, clean(opening + text)), KINDS, OPENINGS, WORDS)
STYLES = st.builds(
    Style, st.sampled_from(["indent", "apart"]), st.sampled_from(["gb", "none"]), st.sampled_from([1, 2]), st.booleans()
)


@given(st.lists(BLOCKS, max_size=6), WORDS, st.integers(10, 200), STYLES)
def test_no_line_of_a_page_is_wider_than_asked(blocks: list[Block], title: str, measure: int, style: Style) -> None:
    page = set_article(article(*blocks, title=title), measure, style)
    assert all(cells(line.shown, style.ambiguous) <= measure for line in page)
    assert all(line.indent >= 0 for line in page)


@given(st.lists(BLOCKS, max_size=6), st.integers(-1, 200), STYLES)
def test_a_page_shows_every_character_of_every_block_once(blocks: list[Block], measure: int, style: Style) -> None:
    page = set_article(article(*blocks, title=""), measure, style)
    shown = {
        number: "".join(line.text[line.span.start : line.span.stop] for line in lines)
        for number, lines in groupby((line for line in page if line != BLANK), key=lambda line: line.block)
    }
    bare = {number: "".join(block.text.split()) for number, block in enumerate(blocks)}
    assert {number: "".join(text.split()) for number, text in shown.items()} == {k: v for k, v in bare.items() if v}


@given(BLOCKS, st.integers(10, 200), STYLES)
def test_each_character_is_drawn_where_its_line_says(block: Block, measure: int, style: Style) -> None:
    for line in set_block(block, measure, style):
        for offset in range(line.span.start, line.span.stop):
            assert line.shown[line.shown_at(offset)] == line.text[offset].replace("\t", " ").replace("\n", " ")


@given(st.lists(BLOCKS, max_size=6), st.integers(10, 120), STYLES)
def test_blank_lines_stand_only_between_lines(blocks: list[Block], measure: int, style: Style) -> None:
    page = [line == BLANK for line in set_article(article(*blocks), measure, style)]
    assert not page[0]
    assert not page[-1]
    assert (True, True) not in pairwise(page)


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        pytest.param("江城晚报 · 文化 · 记者 林一舟", ["江城晚报 · 文化", "记者 林一舟"], id="between two facts"),
        pytest.param("江城晚报 · 文化", ["江城晚报 · 文化"], id="all on one line"),
        pytest.param(
            "江城晚报 · 林一舟 何满 沈亦舟 苏禾 周远",
            ["江城晚报", "林一舟 何满 沈亦舟", "苏禾 周远"],
            id="a fact of two lines",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_byline_is_broken_between_its_facts(facts: str, lines: list[str]) -> None:
    page = set_article(article(), 20, head=[("byline", clean_line(facts))])
    assert [line.shown for line in page if line.role == "byline"] == lines


@given(st.lists(st.text("林一舟 ab“”", min_size=1, max_size=30).map(clean_line), max_size=6), st.integers(10, 60))
def test_of_a_byline_nothing_is_lost_but_joints_and_blanks(facts: list[Clean], measure: int) -> None:
    byline = clean_line(" · ".join(facts))
    page = set_article(article(), measure, head=[("byline", byline)])
    shown = [line.shown for line in page if line.role == "byline"]
    assert all(cells(line) <= measure for line in shown)
    assert "".join(shown).translate({0x20: None, 0xB7: None}) == byline.translate({0x20: None, 0xB7: None})
