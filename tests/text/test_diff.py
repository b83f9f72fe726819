"""What changed between two texts is found sentence by sentence, and told so that either can be made from the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block
from zjreader.text.clean import Clean
from zjreader.text.diff import Change, diff, difference, sentences

BRIDGE = "城南老桥昨天恢复通行。加固用了三个月。两岸居民不必再绕路。"


def shown(change: Change) -> str:
    """A change in one line: what went in [- -], what came in {+ +}."""
    if change.after is None:
        return f"- {change.before}"
    if change.before is None:
        return f"+ {change.after}"
    if not change.edits:
        return f"  {change.after}"
    text, done = "", 0
    for (old_start, old_stop), (new_start, new_stop) in change.edits:
        taken, put = change.before[old_start:old_stop], change.after[new_start:new_stop]
        text += change.after[done:new_start] + (f"[-{taken}-]" if taken else "") + (f"{{+{put}+}}" if put else "")
        done = new_stop
    return f"~ {text}{change.after[done:]}"


def told(before: str, after: str) -> list[str]:
    """The changes between two texts of a paragraph a line, without what stayed."""
    changes = diff(*(map(Clean, text.split("\n")) for text in (before, after)))
    return [shown(change) for change in changes if change.before != change.after]


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        pytest.param(BRIDGE, [], id="nothing"),
        pytest.param(BRIDGE.replace("加固用了三个月。", ""), ["- 加固用了三个月。"], id="taken out"),
        pytest.param(BRIDGE + "夜间限行货车。", ["+ 夜间限行货车。"], id="put in at the end"),
        pytest.param("本报讯。" + BRIDGE, ["+ 本报讯。"], id="put in at the beginning"),
        pytest.param(BRIDGE.replace("三个月", "一百天"), ["~ 加固用了[-三个月-]{+一百天+}。"], id="changed"),
        pytest.param(BRIDGE.replace("昨天", ""), ["~ 城南老桥[-昨天-]恢复通行。"], id="shortened"),
        pytest.param(BRIDGE.replace("不必", "终于不必"), ["~ 两岸居民{+终于+}不必再绕路。"], id="lengthened"),
        pytest.param(
            "两岸居民不必再绕路。城南老桥昨天恢复通行。加固用了三个月。",
            ["+ 两岸居民不必再绕路。", "- 两岸居民不必再绕路。"],
            id="moved",
        ),
        pytest.param(
            BRIDGE.replace("加固用了三个月。", "总投资近两亿元。"),
            ["- 加固用了三个月。", "+ 总投资近两亿元。"],
            id="unlike, so another sentence",
        ),
        pytest.param(BRIDGE.replace("行。加", "行。\n加"), [], id="in other paragraphs"),
        pytest.param("", [f"- {each}" for each in sentences(Clean(BRIDGE))], id="all taken out"),
    ],
)
def test_a_change_is_told_by_its_sentence(after: str, changes: list[str]) -> None:
    assert told(BRIDGE, after) == changes


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        pytest.param("增长3.5%。", "增长3.6%。", "~ 增长[-3.5-]{+3.6+}%。", id="a number is one sign"),
        pytest.param(
            "产品名为Lumen。", "产品名为Lumina。", "~ 产品名为[-Lumen-]{+Lumina+}。", id="a word of letters too"
        ),
        pytest.param("昨天来了三十五人。", "昨天来了二百人。", "~ 昨天来了[-三十五-]{+二百+}人。", id="in Hanzi too"),
        pytest.param(
            "他说，这是我们的新的开始。",
            "他表示，这是我们新的开始。",
            "~ 他[-说-]{+表示+}，这是我们[-的-]新的开始。",
            id="the same sign several times",
        ),
        pytest.param(
            "会议在江城的礼堂举行，三百人到场。",
            "会议在江城新建的剧场举行，三百人到场。",
            "~ 会议在江城[-的礼堂-]{+新建的剧场+}举行，三百人到场。",
            id="one sign in common joins nothing",
        ),
    ],
)
def test_inside_a_sentence_the_changed_signs_are_told(before: str, after: str, change: str) -> None:
    assert told(before, after) == [change]


def test_of_two_candidates_the_likest_is_the_one_that_changed() -> None:
    before = "东湖水位上涨两厘米。西湖水位上涨两厘米。北湖干涸已有三年。"
    after = "东湖水位下降两厘米。西湖水位上涨五厘米。北湖干涸已有三年。"
    assert told(before, after) == ["~ 东湖水位[-上涨-]{+下降+}两厘米。", "~ 西湖水位上涨[-两-]{+五+}厘米。"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("没有句号", ["没有句号"], id="no end"),
        pytest.param("“走吧。”他说。", ["“走吧。”", "他说。"], id="the quotation mark belongs to what it ends"),
        pytest.param("真的？！真的……好。", ["真的？！", "真的……", "好。"], id="several signs"),
        pytest.param("涨3.5%。 再涨", ["涨3.5%。 ", "再涨"], id="a point inside a number, a blank behind"),
        pytest.param("其一；其二。", ["其一；", "其二。"], id="halves"),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, cut: list[str]) -> None:
    assert sentences(Clean(text)) == cut


def article(title: str, *blocks: str, summary: str | None = None) -> Article:
    return Article(
        "full" if blocks else "teaser",
        Clean(title),
        Clean(summary) if summary else None,
        blocks=tuple(Block("paragraph", Clean(text)) for text in blocks),
    )


def test_title_and_text_of_an_article_are_compared_apart() -> None:
    found = difference(article("老桥通车", "加固用了三个月。"), article("老桥今日通车", "加固用了三个月。"))
    assert (list(map(shown, found.title)), list(map(shown, found.text))) == (
        ["~ 老桥{+今日+}通车"],
        ["  加固用了三个月。"],
    )
    assert found.anything


def test_a_title_is_one_sentence() -> None:
    found = difference(article("老桥通车！两岸为何沉默？"), article("新隧道延期"))
    assert list(map(shown, found.title)) == ["- 老桥通车！两岸为何沉默？", "+ 新隧道延期"]


def test_of_teasers_the_openings_are_compared() -> None:
    found = difference(article("老桥通车", summary="今天早上八点"), article("老桥通车", summary="今天早上九点"))
    assert list(map(shown, found.text)) == ["~ 今天早上[-八-]{+九+}点"]


def test_other_paragraphs_of_the_same_words_are_no_difference() -> None:
    assert not difference(article("甲", "其一。其二。"), article("甲", "其一。", "其二。")).anything
    assert not difference(article("甲"), article("甲")).anything


texts = st.lists(st.text("甲乙丙丁的一是。；”ab12. ", max_size=30).map(Clean), max_size=5)


def spliced(change: Change) -> str:
    """The sentence as it is, made from the one before and the edits."""
    assert change.before is not None
    assert change.after is not None
    text, done = "", 0
    for (old_start, old_stop), (new_start, new_stop) in change.edits:
        text += change.before[done:old_start] + change.after[new_start:new_stop]
        done = old_stop
    return text + change.before[done:]


@given(texts, texts)
def test_either_text_can_be_made_from_the_changes(before: list[Clean], after: list[Clean]) -> None:
    changes = diff(before, after)
    assert "".join(each.before or "" for each in changes) == "".join(before)
    assert "".join(each.after or "" for each in changes) == "".join(after)


@given(texts, texts)
def test_the_edits_of_a_sentence_make_it_what_it_is(before: list[Clean], after: list[Clean]) -> None:
    for change in diff(before, after):
        if change.before is not None and change.after is not None:
            assert spliced(change) == change.after
            assert bool(change.edits) == (change.before != change.after)


@given(texts)
def test_a_text_does_not_differ_from_itself(text: list[Clean]) -> None:
    assert all(change.before == change.after and not change.edits for change in diff(text, text))


@given(st.text().map(Clean))
def test_sentences_are_the_whole_paragraph(text: Clean) -> None:
    assert "".join(sentences(text)) == text
