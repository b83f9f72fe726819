"""The load report, as other programs read it."""

import json

from zjreader.article import Problem
from zjreader.formats.load_report import report_line
from zjreader.text.clean import Clean


def test_a_problem_is_one_json_object_on_a_line() -> None:
    problem = Problem(Clean("新闻/a.csv"), Clean("3 列"), 7, Clean("gb18030"), kept=1, skipped=2)
    line = report_line(problem, Clean("新闻"))
    assert line.endswith("}\n")
    assert "新闻/a.csv" in line
    assert list(json.loads(line).items()) == [
        ("source", "新闻"),
        ("path", "新闻/a.csv"),
        ("line", 7),
        ("what", "3 列"),
        ("encoding", "gb18030"),
        ("kept", 1),
        ("skipped", 2),
    ]
