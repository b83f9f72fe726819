"""The query language: what the reader types, pastes and mistypes."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.query.terms import either, held, no, word
from zjreader.article import Article, ReadAs, Record
from zjreader.corpus.store import Corpus
from zjreader.errors import ExitCode, QueryError
from zjreader.query.circumstances import Circumstances, States
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.tree import (
    All,
    Any,
    Is,
    Not,
    Pattern,
    Term,
    Whole,
)
from zjreader.text.clean import Clean, clean_line
from zjreader.text.fold import fold, squeeze

RANDOM_QUERIES = 20_000
SIGNS = ' -!－！:："“”「」『』\\是is未读unread全文非NOT且AND，、；()|/=<>.3%词gdpＡＩ\t\u3000'


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("", [], id="nothing asks for everything"),
        pytest.param("  \u3000\t", [], id="blanks are nothing"),
        pytest.param("经济", [word("经济")], id="a word"),
        pytest.param("经济 改革", [word("经济"), word("改革")], id="two words"),
        pytest.param("经济\u3000改革", [word("经济"), word("改革")], id="the ideographic blank parts"),
        pytest.param(
            "经济，改革、开放；发展", [word(each) for each in ("经济", "改革", "开放", "发展")], id="，、； part"
        ),
        pytest.param("経済 ＧＤＰ", [word("経済"), word("ＧＤＰ")], id="words stay as typed"),
        pytest.param("经济 AND 改革", [word("经济"), word("改革")], id="AND"),
        pytest.param("经济 且 改革", [word("经济"), word("改革")], id="且"),
        pytest.param("经济 and 改革", [word("经济"), word("and"), word("改革")], id="and in small letters is a word"),
        pytest.param("AND 改革", [word("AND"), word("改革")], id="AND with nothing before it"),
        pytest.param("经济 AND", [word("经济"), word("AND")], id="AND with nothing after it"),
        pytest.param("且", [word("且")], id="且 alone"),
        pytest.param("经济 AND AND 改革", [word("经济"), word("AND"), word("改革")], id="AND twice"),
        pytest.param("并且", [word("并且")], id="且 inside a word"),
        pytest.param("经济 -改革", [word("经济"), no("改革")], id="without a word"),
        pytest.param("-改革", [no("改革")], id="only without"),
        pytest.param("!改革", [no("改革")], id="an exclamation mark"),
        pytest.param("－改革", [no("改革")], id="a full-width minus"),
        pytest.param("！改革", [no("改革")], id="a full-width exclamation mark"),
        pytest.param("--改革", [word("改革")], id="denied twice"),
        pytest.param("-!-改革", [no("改革")], id="denied thrice"),
        pytest.param("NOT 改革", [no("改革")], id="NOT"),
        pytest.param("非 改革", [no("改革")], id="非"),
        pytest.param("NOT -改革", [word("改革")], id="NOT before a sign"),
        pytest.param("NOT NOT 改革", [word("改革")], id="NOT NOT"),
        pytest.param("经济 AND NOT 改革", [word("经济"), no("改革")], id="AND NOT"),
        pytest.param("非洲 非遗", [word("非洲"), word("非遗")], id="非 inside words"),
        pytest.param("not 改革", [word("not"), word("改革")], id="not in small letters is a word"),
        pytest.param("改革 NOT", [word("改革"), word("NOT")], id="NOT with nothing after it"),
        pytest.param("非", [word("非")], id="非 alone"),
        pytest.param("-3%", [word("-3%")], id="a negative number"),
        pytest.param("－３％", [word("－３％")], id="a full-width negative number"),
        pytest.param("下降 !5", [word("下降"), word("!5")], id="a sign before a digit"),
        pytest.param("--3%", [word("--3%")], id="two signs before a digit"),
        pytest.param("NOT 3%", [no("3%")], id="not a number"),
        pytest.param('-"3%"', [no("3%")], id="a quoted number denied"),
        pytest.param("-", [word("-")], id="a lone minus"),
        pytest.param("--", [word("--")], id="two of them"),
        pytest.param("经济 - 改革", [word("经济"), word("-"), word("改革")], id="a dash between words"),
        pytest.param("经济 -- 改革", [word("经济"), word("--"), word("改革")], id="a long dash"),
        pytest.param("震惊 ！！ 快看", [word("震惊"), word("！！"), word("快看")], id="exclamations between words"),
        pytest.param("- 改革", [word("-"), word("改革")], id="a minus apart from its word"),
        pytest.param("-，改革", [word("-"), word("改革")], id="a minus before a comma"),
        pytest.param("涨3%-5%", [word("涨3%-5%")], id="a minus inside a word"),
        pytest.param("要闻!快讯", [word("要闻!快讯")], id="an exclamation mark inside a word"),
        pytest.param("-！", [word("-！")], id="only signs"),
        pytest.param('"改革 开放"', [word("改革 开放")], id="straight quotes keep the blank"),
        pytest.param("“改革，开放”", [word("改革，开放")], id="Chinese quotes keep the comma"),
        pytest.param("「改革 开放」", [word("改革 开放")], id="corner quotes"),
        pytest.param("『改革 开放』", [word("改革 开放")], id="white corner quotes"),
        pytest.param('-"改革 开放"', [no("改革 开放")], id="a phrase denied"),
        pytest.param("NOT “改革 开放”", [no("改革 开放")], id="a phrase denied by a word"),
        pytest.param('"-改革"', [word("-改革")], id="a quoted sign is a sign"),
        pytest.param('"is:read"', [word("is:read")], id="a quoted state is text"),
        pytest.param('"NOT" "AND"', [word("NOT"), word("AND")], id="quoted operators are words"),
        pytest.param('"经济""改革"', [word("经济"), word("改革")], id="quotes side by side"),
        pytest.param('经济"改革"', [word('经济"改革"')], id="a quote inside a word is a sign"),
        pytest.param("“经济”改革", [word("经济"), word("改革")], id="a closed quotation ends its word"),
        pytest.param("“经济”-改革", [word("经济"), word("-改革")], id="a minus after a closed quotation"),
        pytest.param('"经济', [word('"经济')], id="an unpaired straight quote"),
        pytest.param("“经济 改革", [word("“经济"), word("改革")], id="an unpaired Chinese quote"),
        pytest.param("经济」", [word("经济」")], id="a closing quote alone"),
        pytest.param("「经济』", [word("「经济』")], id="quotes of two kinds"),
        pytest.param('-"经济', [no('"经济')], id="an unpaired quote denied"),
        pytest.param('""', [], id="empty quotes"),
        pytest.param('"  " 经济', [word("经济")], id="quoted blanks ask for nothing"),
        pytest.param(r'"他说\"好\""', [word('他说"好"')], id="an escaped quote"),
        pytest.param(r'"C:\\新闻"', [word("C:\\新闻")], id="an escaped backslash"),
        pytest.param(r'"C:\新闻"', [word("C:\\新闻")], id="a backslash that escapes nothing"),
        pytest.param(r"“C:\”", [word("C:\\")], id="Chinese quotes know no escapes"),
        pytest.param("is:unread", [Is("unread")], id="a state"),
        pytest.param("IS:Starred", [Is("starred")], id="a state in capitals"),
        pytest.param("is：未读", [Is("unread")], id="a state after a Chinese colon"),
        pytest.param("是:收藏", [Is("starred")], id="a state in Chinese"),
        pytest.param("是：導語", [Is("teaser")], id="in traditional characters"),
        pytest.param("is:全文 is:changed 是:已读", [Is("full"), Is("changed"), Is("read")], id="several states"),
        pytest.param("-is:read", [Not(Is("read"))], id="a state denied"),
        pytest.param("NOT 是：已读", [Not(Is("read"))], id="a state denied by a word"),
        pytest.param("是：他救了全村", [word("是：他救了全村")], id="是 and a colon in a headline"),
        pytest.param("答案是：未读", [word("答案是：未读")], id="是 at the end of a word"),
        pytest.param("是", [word("是")], id="是 alone"),
        pytest.param("this:read", [word("this:read")], id="a name that ends in is"),
        pytest.param(
            "媒体：运营商整改要动真格", [held("publisher", "媒体", "运营商整改要动真格")], id="a field's name"
        ),
        pytest.param("https://example.com/a", [held("url", "url", "https://example.com/a")], id="a lone address"),
        pytest.param("见 https://example.com/a", [word("见"), word("https://example.com/a")], id="an address in text"),
        pytest.param("12:30 开幕", [word("12:30"), word("开幕")], id="a time of day"),
        pytest.param("《非诚勿扰》", [word("《非诚勿扰》")], id="book title marks"),
        pytest.param("60年铁树开花(组图)", [word("60年铁树开花(组图)")], id="brackets in a headline"),
        pytest.param("经\u200b济\x1b", [word("经济")], id="what cannot be seen is gone"),
        pytest.param("经济\n改革", [word("经济"), word("改革")], id="pasted lines"),
    ],
)
def test_what_a_text_asks_for(text: str, terms: list[Term]) -> None:
    assert Query.parse(text) == Query(tuple(terms))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("复工 OR 复产", [either("复工", "复产")], id="OR"),
        pytest.param("复工 或 复产", [either("复工", "复产")], id="或"),
        pytest.param("复工 | 复产", [either("复工", "复产")], id="a bar"),
        pytest.param("复工|复产", [either("复工", "复产")], id="a bar without blanks"),
        pytest.param("复工｜复产", [either("复工", "复产")], id="a full-width bar"),
        pytest.param("复工| 复产 |复学", [either("复工", "复产", "复学")], id="bars with a blank on one side"),
        pytest.param("或许 或者", [word("或许"), word("或者")], id="或 inside words"),
        pytest.param("or 复工", [word("or"), word("复工")], id="or in small letters is a word"),
        pytest.param("OR 复工", [word("OR"), word("复工")], id="OR with nothing before it"),
        pytest.param("复工 OR", [word("复工"), word("OR")], id="OR with nothing after it"),
        pytest.param("复工 OR OR 复产", [Any((word("复工"), All((word("OR"), word("复产")))))], id="OR twice"),
        pytest.param("|复工", [word("|复工")], id="a bar with nothing before it"),
        pytest.param("复工|", [word("复工|")], id="a bar with nothing after it"),
        pytest.param("复工 |", [word("复工"), word("|")], id="a lone bar at the end"),
        pytest.param("复工||复产", [word("复工||复产")], id="two bars are signs"),
        pytest.param("|", [word("|")], id="nothing but a bar"),
        pytest.param('复工 OR ""', [word("复工")], id="an alternative that asks for nothing"),
        pytest.param("甲 乙 OR 丙", [Any((All((word("甲"), word("乙"))), word("丙")))], id="AND before OR"),
        pytest.param("甲 OR 乙 丙", [Any((word("甲"), All((word("乙"), word("丙")))))], id="on both sides"),
        pytest.param("-甲 OR 乙", [Any((no("甲"), word("乙")))], id="NOT before OR"),
        pytest.param("NOT 甲 乙", [no("甲"), word("乙")], id="NOT before AND"),
        pytest.param("甲 OR NOT 乙", [Any((word("甲"), no("乙")))], id="OR NOT"),
        pytest.param("甲|-乙", [Any((word("甲"), no("乙")))], id="a minus behind a bar"),
        pytest.param("(甲 OR 乙) 丙", [either("甲", "乙"), word("丙")], id="a group"),
        pytest.param("（甲|乙）丙", [either("甲", "乙"), word("丙")], id="full-width brackets, a word right behind"),
        pytest.param("(甲|乙)(丙|丁)", [either("甲", "乙"), either("丙", "丁")], id="groups side by side"),
        pytest.param("(甲)OR(乙)", [either("甲", "乙")], id="OR between brackets"),
        pytest.param("-(甲 乙)", [Not(All((word("甲"), word("乙"))))], id="a group denied"),
        pytest.param("NOT (甲 OR 乙)", [Not(either("甲", "乙"))], id="a choice denied by a word"),
        pytest.param("-(-甲)", [word("甲")], id="denied inside and outside"),
        pytest.param("((甲 乙) 丙)", [word("甲"), word("乙"), word("丙")], id="brackets that change nothing"),
        pytest.param("(甲 OR (乙 OR 丙))", [either("甲", "乙", "丙")], id="a choice in a choice"),
        pytest.param("(-甲)", [no("甲")], id="a minus behind a bracket"),
        pytest.param("(甲", [word("(甲")], id="a bracket without its partner"),
        pytest.param("甲)", [word("甲)")], id="a closing bracket alone"),
        pytest.param(")(", [word(")(")], id="brackets the wrong way round"),
        pytest.param("()", [word("()")], id="nothing in brackets"),
        pytest.param('("")', [], id="brackets around what asks for nothing"),
        pytest.param('("甲)" 乙)', [word("甲)"), word("乙")], id="a quoted bracket is no partner"),
        pytest.param("(组图)春耕", [word("组图"), word("春耕")], id="a bracket before a headline"),
        pytest.param("(春耕(组图) OR 秋收)", [either("春耕(组图)", "秋收")], id="brackets inside a word in a group"),
        pytest.param("/复工.{0,3}复产/", [Pattern(Clean("复工.{0,3}复产"))], id="an expression"),
        pytest.param("／[0-9]+亿／", [Pattern(Clean("[0-9]+亿"))], id="full-width slashes"),
        pytest.param("/a b，c/ 甲", [Pattern(Clean("a b，c")), word("甲")], id="blanks in an expression"),
        pytest.param(r"/1\/2/", [Pattern(Clean(r"1\/2"))], id="an escaped slash"),
        pytest.param("-/甲|乙/", [Not(Pattern(Clean("甲|乙")))], id="an expression denied"),
        pytest.param("(/甲/|乙)", [Any((Pattern(Clean("甲")), word("乙")))], id="an expression in a group"),
        pytest.param("AC/DC", [word("AC/DC")], id="a slash inside a word"),
        pytest.param("中 / 美 / 法", [word(each) for each in ("中", "/", "美", "/", "法")], id="slashes alone"),
        pytest.param("/甲", [word("/甲")], id="a slash without its partner"),
        pytest.param("//", [word("//")], id="nothing between slashes"),
        pytest.param("/甲/乙", [word("/甲/乙")], id="a slash that ends no word"),
        pytest.param("=中国", [Whole(Clean("中国"))], id="a whole word"),
        pytest.param("＝中国", [Whole(Clean("中国"))], id="after a full-width sign"),
        pytest.param('="改革 开放"', [Whole(Clean("改革 开放"))], id="whole words in quotes"),
        pytest.param("-=中国", [Not(Whole(Clean("中国")))], id="a whole word denied"),
        pytest.param('=""', [], id="a whole word of nothing"),
        pytest.param("== 甲", [word("=="), word("甲")], id="two equals signs"),
        pytest.param("a=b", [word("a=b")], id="an equals sign inside a word"),
        pytest.param("=", [word("=")], id="a lone equals sign"),
    ],
)
def test_how_terms_are_joined_grouped_and_written(text: str, terms: list[Term]) -> None:
    assert Query.parse(text) == Query(tuple(terms))


def test_queries_that_differ_in_kind_alone_differ() -> None:
    assert Query.parse("=甲") != Query.parse("甲")
    assert Query.parse("-(甲 乙)") != Query.parse("-(甲 OR 乙)")
    assert len({Query.parse("甲"), Query.parse("=甲"), Query.parse("“甲”")}) == 2
    assert Query() != ()


PIECES = st.sampled_from([
    *SIGNS.split(), "title:", "媒体：", "date:", "近3天", "2026-03", "..", "(", ")", "|", "OR", "-", '"', "“", "”", "/",
    "=", "词", "经济", " ", "、", "sort:", "limit:", "5", "\\", "x.城市:", "length:", ">", "fold:off", "py:", "about:",
    "view:", "id:", "c123", "[", "*", "{2}", "//", "||", "https://a.cn",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_pieces_of_the_language_in_any_order_print_back(text: str) -> None:
    try:
        query = Query.parse(text)
    except QueryError:
        return
    assert Query.parse(str(query)) == query
    assert str(Query.parse(str(query))) == str(query)


@pytest.mark.parametrize(
    ("text", "position", "nearest"),
    [
        pytest.param("is:", 3, "needs a value", id="no state"),
        pytest.param("is:unred", 3, "unread", id="mistyped"),
        pytest.param("经济 is:stared", 6, "starred", id="after a word"),
        pytest.param("-is:已讀過", 4, "已读", id="denied"),
        pytest.param("is：昨天", 3, "unread", id="after a Chinese colon"),
    ],
)
def test_a_state_that_is_none_is_an_error_with_its_place(text: str, position: int, nearest: str) -> None:
    with pytest.raises(QueryError) as caught:
        Query.parse(text)
    assert (caught.value.position, caught.value.text) == (position, text)
    assert nearest in caught.value.what
    assert caught.value.exit_code is ExitCode.USAGE


@given(st.one_of(st.text(), st.text(SIGNS)))
@example("NOT 3%")
@example("-“3%”")
@example('“"”\\" "')
@example('" 词" "词 "')
@example("“\u0301”")
@example("-is:未读 是：全文 “is:词”")
def test_a_query_prints_to_a_text_that_reads_as_itself(text: str) -> None:
    try:
        query = Query.parse(text)
    except QueryError:
        return
    assert Query.parse(str(query)) == query


@given(st.lists(st.one_of(st.text(), st.text(SIGNS))))
def test_a_literal_query_takes_everything_as_it_stands(words: list[str]) -> None:
    query = Query.literal(words)
    assert Query.parse(str(query)) == query
    assert [term.text for term in query.words] == [line for text in words if (line := clean_line(text))]


def test_random_text_raises_nothing_but_an_error_with_its_place() -> None:
    draw = random.Random(20260410)  # noqa: S311 -- the same texts in every run
    places: list[tuple[int, ...]] = []
    for _each in range(RANDOM_QUERIES):
        text = "".join(draw.choices(SIGNS, k=draw.randrange(24)))
        try:
            Query.parse(text)
        except QueryError as error:
            places.append((0, error.position, len(error.text)))
    assert places
    assert all(place == tuple(sorted(place)) for place in places)


def test_what_both_queries_ask_for() -> None:
    assert Query.parse("经济").both(Query.parse("-改革")) == Query.parse("经济 -改革")


def test_the_words_of_a_query_are_those_a_hit_holds() -> None:
    assert Query.parse("经济 -改革 is:read ＡＩ 产 业").words == (word("经济"), word("ＡＩ"), word("产"), word("业"))
    assert word("專 精 ＡＩ").key == "专精 ai"


def headlines(folder: Path) -> list[str]:
    titles = [
        line.rpartition("\t")[0] for line in (folder / "headlines/thucnews_titles_dev.txt").read_text().splitlines()
    ]
    for name in ("headlines/tnews_train_few_all.jsonl", "headlines/tnews_unlabeled_20000.jsonl"):
        titles += [json.loads(line)["sentence"] for line in (folder / name).read_text().splitlines()]
    for name in ("chinanews_2020/articles", *(f"xinwenlianbo/articles-{year}" for year in (2022, 2023, 2024))):
        titles += [json.loads(line)["title"] for line in (folder / f"{name}.jsonl").read_text().splitlines()]
    return [clean_line(title) for title in titles]


def test_every_headline_is_a_query_that_finds_itself(news_data: Path) -> None:
    titles = headlines(news_data)
    assert len(titles) > 43_000
    assert [title for title in titles if not _finds(Query.parse(title), title)] == []


def _finds(query: Query, title: str) -> bool:
    utf_8, added = ReadAs(Clean("utf-8"), assumed=False), Clean("2026-04-10T08:00:00+08:00")
    record = Record(Article("teaser", Clean(title)), (Clean("a" * 16),), Clean("a.txt"), added, utf_8, standing=0)
    here = Circumstances(datetime(2026, 4, 10, tzinfo=UTC))
    return bool(match(query, Corpus([record]), States(), here).hits)


@given(st.text())
def test_a_word_is_never_looked_for_by_an_empty_key(text: str) -> None:
    try:
        words = Query.parse(text).words
    except QueryError:
        return
    assert all(squeeze(fold(each.text)).strip() for each in words)
