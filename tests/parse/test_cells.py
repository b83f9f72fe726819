"""Lines become rows of cells; a quote that is never closed costs its own row at most."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.cells import MOST_HELD, MOST_LINE, Cells, Lines, Reader


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def told(text: str, count: int | None = None, delimiter: str = ",") -> list[tuple[int, list[str] | str]]:
    found = Reader(delimiter, count).rows(Lines(StringIO(text)))
    return [(row.line, row.cells if isinstance(row, Cells) else row.what) for row in found]


SKIPPED = "the quote opened here is not closed, skipped"
READ_ON = "the quote opened here is not closed, read to the end of the line"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("桥,路\n", [(1, ["桥", "路"])], id="plain"),
        pytest.param("桥,路\r\n\r\n河,海", [(1, ["桥", "路"]), (3, ["河", "海"])], id="blank lines and no last end"),
        pytest.param('"桥,路",河\n', [(1, ["桥,路", "河"])], id="a delimiter in quotes"),
        pytest.param('"一\n二\n\n三",河\n海,山\n', [(1, ["一\n二\n\n三", "河"]), (5, ["海", "山"])], id="over lines"),
        pytest.param('"他说""好""",x\n', [(1, ['他说"好"', "x"])], id="doubled quotes"),
        pytest.param('"他说"好"了",x\n', [(1, ['他说"好"了', "x"])], id="quotes that should have been doubled"),
        pytest.param('"",""\n', [(1, ["", ""])], id="nothing in quotes"),
        pytest.param(' "桥" , 路\n', [(1, ["桥", " 路"])], id="blanks around quotes"),
        pytest.param('15" 屏,新品\n', [(1, ['15" 屏', "新品"])], id="a quote inside a cell is a sign"),
        pytest.param("桥,路,,\n", [(1, ["桥", "路"])], id="empty cells beyond the last column"),
        pytest.param("桥,\n", [(1, ["桥", ""])], id="an empty cell in it"),
        pytest.param("桥\n", [(1, "1 columns instead of 2, skipped")], id="too few"),
        pytest.param("桥,路,河\n", [(1, "3 columns instead of 2, skipped")], id="too many"),
        pytest.param('"桥,路",河,海\n', [(1, "3 columns instead of 2, skipped")], id="too many, quoted"),
    ],
)
def test_a_line_becomes_cells(text: str, rows: list[tuple[int, object]]) -> None:
    assert told(text, 2) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            '甲,"没有结束\n乙,好的\n',
            [(1, READ_ON), (1, ["甲", "没有结束"]), (2, ["乙", "好的"])],
            id="to the end of the table",
        ),
        pytest.param(
            '甲,"没有结束\n乙,"好的"\n丙,行\n',
            [(1, READ_ON), (1, ["甲", "没有结束"]), (2, ["乙", "好的"]), (3, ["丙", "行"])],
            id="up to the next quote that opens a cell",
        ),
        pytest.param(
            '"甲","没有结束\n"乙","好的"\n',
            [(1, READ_ON), (1, ["甲", "没有结束"]), (2, ["乙", "好的"])],
            id="all cells in quotes",
        ),
        pytest.param(
            '甲,"没有,结束\n正文的下一行\n乙,好的\n',
            [(1, SKIPPED), (3, ["乙", "好的"])],
            id="with what belongs to its cell",
        ),
        pytest.param(
            '甲,"没有,结束\n乙,"两\n行"\n',
            [(1, SKIPPED), (2, ["乙", "两\n行"])],
            id="before a row over lines",
        ),
        pytest.param(
            '甲,"一\n二",丙\n丁,好\n',
            [(1, "3 columns instead of 2, skipped"), (3, ["丁", "好"])],
            id="but one that is closed belongs to its row, however long that is",
        ),
        pytest.param(
            '甲,"没有结束\n乙,好\n丙,行\n丁",了,x\n',
            [
                (1, READ_ON),
                (1, ["甲", "没有结束"]),
                (2, ["乙", "好"]),
                (3, ["丙", "行"]),
                (4, "3 columns instead of 2, skipped"),
            ],
            id="closed by chance, with rows in it",
        ),
        pytest.param(
            '"新常态"下的桥,路\n乙,好\n',
            [(1, READ_ON), (1, ['"新常态"下的桥', "路"]), (2, ["乙", "好"])],
            id="a quoted word that begins a cell",
        ),
        pytest.param(
            '甲,"""好""\n"乙",行\n',
            [(1, READ_ON), (1, ["甲", '"好"']), (2, ["乙", "行"])],
            id="an odd number of quotes",
        ),
        pytest.param(
            '"甲""1",没有"\n"乙,好\n', [(1, ['甲"1', '没有"']), (2, READ_ON), (2, ["乙", "好"])], id="at the last line"
        ),
    ],
)
def test_an_open_quote_does_not_swallow_the_table(text: str, rows: list[tuple[int, object]]) -> None:
    assert told(text, 2) == rows


def test_a_cell_without_end_is_given_up_after_a_while() -> None:
    line = "正文" * 500
    lines = ['甲,"没有结束', *[line] * (2 * MOST_HELD // len(line)), "乙,好"]
    found = told("\n".join(lines), 2)
    assert found[:2] == [(1, READ_ON), (1, ["甲", "没有结束"])]
    assert found[-1] == (len(lines), ["乙", "好"])


def test_a_table_of_open_quotes_alone_comes_to_its_end() -> None:
    found = told('甲,""乙\n' * 20_000, 2)
    assert [row for _line, row in found[1::2]] == [["甲", '""乙']] * 20_000


def test_a_line_longer_than_any_row_is_passed_over() -> None:
    found = told("甲,乙\n" + "长" * (MOST_LINE + 2) + "\n丙,丁\n", 2)
    assert found == [(1, ["甲", "乙"]), (2, "a record of more than 16 MB, skipped"), (3, ["丙", "丁"])]


CELLS = st.text('新闻,;\t"\n|1 ', max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4), st.sampled_from(",;\t|"))
def test_what_a_writer_of_csv_wrote_is_read_as_it_was(table: list[list[str]], delimiter: str) -> None:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    assert [row for _line, row in told(text.getvalue(), 3, delimiter)] == table


@given(st.text('甲乙,"\n ', max_size=60))
def test_any_text_is_read_to_its_end_and_no_line_comes_twice(text: str) -> None:
    lines = [row.line for row in Reader(",", 2).rows(Lines(StringIO(text))) if isinstance(row, Cells)]
    assert lines == sorted(set(lines))
