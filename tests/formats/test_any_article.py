"""What holds for every article that can be read, whatever stands in it."""

import csv as standard
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, BlockKind, Moment, ReadAs, Reading, Record, Span, State
from zjreader.errors import UsageError
from zjreader.formats.cite import cite
from zjreader.formats.csv import csv
from zjreader.formats.fields import Value, chosen, to_json
from zjreader.formats.html import html
from zjreader.formats.identifiers import ids, paths, urls
from zjreader.formats.json import json, jsonl
from zjreader.formats.markdown import markdown
from zjreader.formats.row import Format, Layout, Match, Row
from zjreader.formats.table import table
from zjreader.formats.template import template
from zjreader.formats.text import text
from zjreader.formats.tsv import tsv
from zjreader.parse import delimited, json_rows
from zjreader.parse.columns import NO_CONTEXT
from zjreader.parse.delimited import dialect_of
from zjreader.parse.recoding import UTF_8
from zjreader.parse.table import read
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.typeset import Style
from zjreader.text.width import cells

ODD = "新闻经济，。“”《》；;,|=+-@＝\\'\"`*_#<>&[](){}~$ \t\n\u3000\u200b\u202e\x1b\x7f\u2028é가🇨🇳👨\u200d👩‍👧"
TEXTS = st.one_of(st.text(ODD, max_size=12), st.text(max_size=6)).map(clean)
LINES = TEXTS.map(clean_line)
NAMED = LINES.filter(bool)
MAYBE = st.none() | NAMED
DAYS = st.dates().map(lambda day: Clean(day.isoformat()))
MOMENTS = st.one_of(
    st.builds(lambda day, inferred: Moment(day, "day", day, inferred), DAYS, st.booleans()),
    st.builds(lambda day: Moment(Clean(day[:7]), "month", None), DAYS),
    st.builds(lambda day: Moment(Clean(day[:4]), "year", None), DAYS),
    st.builds(lambda day: Moment(Clean(f"{day}T08:12+08:00"), "minute", day), DAYS),
    st.builds(lambda day: Moment(Clean(f"{day}T23:59:58-05:00"), "second", day), DAYS),
)
KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(
    ["heading", "paragraph", "item", "quote", "note", "caption"],
)
BLOCKS = st.lists(st.builds(Block, KINDS, NAMED), max_size=3).map(tuple)
JSON: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda deeper: st.lists(deeper, max_size=2) | st.dictionaries(LINES, deeper, max_size=2),
    max_leaves=4,
)
EXTRA = st.dictionaries(LINES, JSON.map(to_json), max_size=2)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    names = st.lists(NAMED, max_size=2).map(tuple)
    blocks = draw(BLOCKS)
    return Article(
        "full" if blocks else draw(st.sampled_from(["full", "teaser"])),
        draw(NAMED),
        summary=draw(st.none() | TEXTS.filter(bool)),
        section=draw(MAYBE),
        publisher=draw(MAYBE),
        place=draw(MAYBE),
        authors=draw(names),
        correspondents=draw(names),
        editor=draw(MAYBE),
        published=draw(st.none() | MOMENTS),
        url=draw(MAYBE),
        tags=draw(names),
        blocks=blocks,
        key=draw(MAYBE),
        extra=tuple(draw(EXTRA).items()),
    )


def row(article: Article, labels: tuple[Clean, ...] = ()) -> Row:
    record = Record(
        article,
        (Clean("c0ffee0123456789"),),
        Clean("a.txt"),
        Clean("2026-01-01T00:00:00+08:00"),
        ReadAs(Clean("utf-8"), assumed=False),
        standing=0,
        path="\udcd0\x1b新闻\n.txt",
    )
    return Row(record, State(labels=labels), (Match("title", Span(0, 1)),))


ROWS = st.builds(row, articles(), st.lists(NAMED, max_size=2).map(tuple))


def printed(form: Format, rows: list[Row], layout: Layout) -> str:
    return "".join(form(rows, layout))


@given(st.lists(articles(), max_size=2), st.sampled_from([jsonl, json]))
def test_what_is_printed_as_json_comes_back_as_the_same_articles(articles: list[Article], form: Format) -> None:
    lines = printed(form, [row(article) for article in articles], Layout(full=True))
    readings = list(read(json_rows.rows(io.BytesIO(lines.encode())), Clean("-"), NO_CONTEXT, UTF_8))
    expected = [article._replace(stated_length=article.length) for article in articles]
    assert [reading.article for reading in readings if isinstance(reading, Reading)] == expected
    assert {reading.own_id for reading in readings if isinstance(reading, Reading)} <= {"c0ffee0123456789"}


@given(articles())
def test_without_its_texts_a_record_comes_back_with_its_length(article: Article) -> None:
    line = printed(jsonl, [row(article)], Layout()).encode()
    (reading,) = read(json_rows.rows(io.BytesIO(line)), Clean("-"), NO_CONTEXT, UTF_8)
    assert isinstance(reading, Reading)
    assert reading.article == article._replace(blocks=(), extra=(), stated_length=article.length)


@given(st.lists(articles(), min_size=1, max_size=2))
def test_what_is_printed_as_csv_comes_back_as_the_same_articles(articles: list[Article]) -> None:
    table = printed(csv, [row(article) for article in articles], Layout(full=True))
    dialect = dialect_of(table)
    assert dialect
    readings = list(read(delimited.rows(io.StringIO(table), dialect), Clean("-"), NO_CONTEXT, UTF_8))
    expected = [_as_cells_hold_it(article) for article in articles]
    assert [reading.article for reading in readings if isinstance(reading, Reading)] == expected


def _as_cells_hold_it(article: Article) -> Article:
    """The article as CSV can hold it: `;` parts names, whatever they are."""
    authors, correspondents, tags = (
        tuple(Clean(part.strip()) for part in ";".join(names).split(";") if part.strip())
        for names in (article.authors, article.correspondents, article.tags)
    )
    return article._replace(authors=authors, correspondents=correspondents, tags=tags, stated_length=article.length)


@given(st.lists(ROWS, max_size=2))
def test_a_line_of_tsv_has_six_tabs(rows: list[Row]) -> None:
    lines = printed(tsv, rows, Layout()).split("\n")[:-1]
    assert [line.count("\t") for line in lines] == [6] * len(rows)


@given(st.lists(ROWS, max_size=2), st.booleans())
def test_csv_holds_the_cells_that_were_put_in(rows: list[Row], full: bool) -> None:
    layout = Layout(full=full)
    lines = list(standard.reader(io.StringIO(printed(csv, rows, layout), newline="")))
    assert tuple(lines[0]) == chosen(layout)
    places = [lines[0].index(name) for name in ("title", "summary", "url")]
    values = [(item.record.article.title, item.record.article.summary, item.record.article.url) for item in rows]
    assert [tuple(line[place] for place in places) for line in lines[1:]] == [
        tuple(value or "" for value in three) for three in values
    ]


@given(ROWS)
def test_a_safe_cell_is_never_run_by_a_spreadsheet(row: Row) -> None:
    lines = standard.reader(io.StringIO(printed(csv, [row], Layout(full=True, safe=True)), newline=""))
    assert not [cell for line in lines for cell in line if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]


FORMATS = st.sampled_from([jsonl, json, tsv, csv, markdown, html, text, cite, ids, urls, paths, table])
FOUL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@given(FORMATS, st.lists(ROWS, max_size=2), st.booleans(), st.sampled_from([None, "section", "tags"]))
def test_no_format_prints_what_commands_a_terminal(
    form: Format, rows: list[Row], full: bool, group: str | None
) -> None:
    assert not FOUL.search(printed(form, rows, Layout(full=full, matches=full, header=True, group=group)))


@given(FORMATS, st.lists(ROWS, max_size=2))
def test_every_format_ends_its_lines(form: Format, rows: list[Row]) -> None:
    lines = printed(form, rows, Layout())
    assert not lines or lines.endswith("\n")


@given(ROWS, st.integers(40, 200), st.integers(1, 2))
def test_a_headline_fits_the_terminal(row: Row, width: int, ambiguous: int) -> None:
    (line,) = table([row], Layout(width=width, style=Style(ambiguous=ambiguous)))
    assert cells(line.removesuffix("\n"), ambiguous) <= width


@given(ROWS, st.text("{}\\tn0 titleid.新闻[]!:") | st.text(), st.booleans())
def test_a_template_prints_or_is_refused(row: Row, form: str, null: bool) -> None:
    layout = Layout(template=form, null=null)
    try:
        line = printed(template, [row], layout)
    except UsageError:
        return
    assert line.endswith(layout.end)


@given(ROWS)
def test_html_holds_no_element_that_an_article_wrote(row: Row) -> None:
    tags = set(re.findall(r"<(/?\w+)", printed(html, [row], Layout())))
    known = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "article",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "blockquote",
        "a",
    ]
    assert tags <= {*known, *(f"/{name}" for name in known)}
