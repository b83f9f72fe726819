import pytest

from zjreader.article import ReadAs
from zjreader.errors import UsageError
from zjreader.formats.fields import cells, checked, chosen, grouped, value
from zjreader.formats.row import Layout, Row
from zjreader.text.clean import Clean

KEYS = (
    "schema id key kind title summary section publisher place authors correspondents editor published day precision "
    "inferred url tags length versions read starred labels origin added"
)


@pytest.mark.parametrize(
    ("layout", "names"),
    [
        pytest.param(Layout(), KEYS, id="the keys in the promised order"),
        pytest.param(Layout(full=True), f"{KEYS} body blocks extra read_as", id="full adds the texts"),
        pytest.param(Layout(matches=True), f"{KEYS} matches", id="matches come last"),
        pytest.param(Layout(full=True, matches=True), f"{KEYS} body blocks extra read_as matches", id="both"),
        pytest.param(Layout(fields=("url", "title")), "url title", id="those asked for, in that order"),
        pytest.param(Layout(fields=("body",)), "body", id="texts by name"),
        pytest.param(Layout(fields=(" title ", "extra.城市")), "title extra.城市", id="a table's own column"),
        pytest.param(Layout(fields=()), "", id="none at all"),
    ],
)
def test_a_layout_chooses_names(layout: Layout, names: str) -> None:
    assert " ".join(chosen(layout)) == names


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("titel", "title", id="two letters changed round"),
        pytest.param("Publisher", "publisher", id="a capital"),
        pytest.param("author", "authors", id="the singular"),
        pytest.param("标题", "schema, id, key", id="nothing near: all are named"),
        pytest.param("", "schema, id, key", id="an empty name"),
        pytest.param("extra.", "extra", id="no column named"),
        pytest.param("record.ids", "schema", id="no way into the program"),
    ],
)
def test_an_unknown_field_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UsageError) as refused:
        checked(name)
    assert near in refused.value.what
    assert refused.value.about == name


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        pytest.param("key", "k-7", id="text"),
        pytest.param("summary", "", id="null is empty"),
        pytest.param("authors", "林知远;何一禾", id="a list is joined"),
        pytest.param("length", "100", id="a number"),
        pytest.param("read", "true", id="a truth"),
        pytest.param("extra.城市", "江城", id="a column's text without quotes"),
        pytest.param("extra.定位", '{"经度":114.3}', id="a column's object as JSON"),
        pytest.param("extra.无此列", "", id="a column the table lacks"),
        pytest.param(
            "matches", '[{"field":"title","start":6,"stop":9},{"field":"body","start":0,"stop":2}]', id="hits"
        ),
    ],
)
def test_a_value_as_a_cell(name: str, cell: str, rows: list[Row]) -> None:
    assert cells(rows[0], [name]) == [cell]


def test_how_it_was_read_is_an_object(rows: list[Row]) -> None:
    read_as = ReadAs(Clean("gb18030"), assumed=True, replaced=2)
    assert value(rows[0], "read_as") == read_as._asdict()


def test_groups_come_in_the_order_in_which_they_first_occur(rows: list[Row]) -> None:
    groups = [(heading, list(members)) for heading, members in grouped([*rows, rows[0]], Layout(group="section"))]
    assert groups == [("文化", [rows[0], rows[0]]), ("(none)", [rows[1], rows[2]])]


def test_without_a_group_rows_stream(rows: list[Row]) -> None:
    endless = iter(rows)
    ((heading, members),) = grouped(endless, Layout())
    assert heading is None
    assert members is endless


def test_an_unknown_group_is_refused(rows: list[Row]) -> None:
    with pytest.raises(UsageError, match="section"):
        list(grouped(rows, Layout(group="sektion")))
