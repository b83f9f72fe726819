"""What each format prints, to be read by eye in `tests/golden`."""

from pathlib import Path

import pytest

from zjreader.formats.cite import cite
from zjreader.formats.csv import csv
from zjreader.formats.html import html
from zjreader.formats.identifiers import ids, paths, urls
from zjreader.formats.json import json, jsonl
from zjreader.formats.markdown import markdown
from zjreader.formats.row import Format, Layout, Row
from zjreader.formats.table import table
from zjreader.formats.template import template
from zjreader.formats.text import text
from zjreader.formats.tsv import tsv

GOLDEN = Path(__file__).resolve().parent.parent / "golden"

CASES = [
    pytest.param(jsonl, Layout(), "list.jsonl", id="jsonl"),
    pytest.param(jsonl, Layout(full=True, matches=True), "full.jsonl", id="jsonl with texts and matches"),
    pytest.param(
        jsonl, Layout(fields=("title", "extra.城市", "extra.定位")), "fields.jsonl", id="jsonl of some fields"
    ),
    pytest.param(json, Layout(), "list.json", id="json"),
    pytest.param(tsv, Layout(header=True), "list.tsv", id="tsv"),
    pytest.param(tsv, Layout(fields=("title", "authors", "body")), "fields.tsv", id="tsv of some fields"),
    pytest.param(csv, Layout(), "list.csv", id="csv"),
    pytest.param(csv, Layout(full=True, safe=True), "full.csv", id="safe csv with texts"),
    pytest.param(markdown, Layout(), "list.md", id="markdown"),
    pytest.param(markdown, Layout(group="section"), "grouped.md", id="markdown by section"),
    pytest.param(html, Layout(), "list.html", id="html"),
    pytest.param(html, Layout(group="publisher"), "grouped.html", id="html by publisher"),
    pytest.param(text, Layout(width=40), "list.txt", id="text"),
    pytest.param(cite, Layout(), "list.cite", id="cite"),
    pytest.param(table, Layout(width=72, header=True), "list.table", id="table"),
    pytest.param(table, Layout(width=40), "narrow.table", id="narrow table"),
    pytest.param(ids, Layout(), "list.ids", id="ids"),
    pytest.param(urls, Layout(), "list.urls", id="urls"),
    pytest.param(paths, Layout(), "list.paths", id="paths"),
    pytest.param(template, Layout(template=r"{{{id}}}\t{title}（{extra.城市}）"), "list.template", id="template"),
]


@pytest.mark.parametrize(("form", "layout", "name"), CASES)
def test_a_format_prints_what_was_read_and_found_good(form: Format, layout: Layout, name: str, rows: list[Row]) -> None:
    assert "".join(form(rows, layout)) == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize(("form", "layout", "name"), CASES)
def test_every_golden_line_ends_with_a_line_feed(form: Format, layout: Layout, name: str, rows: list[Row]) -> None:
    printed = "".join(form(rows, layout))
    assert printed.endswith("\n")
    assert "\r" not in printed
