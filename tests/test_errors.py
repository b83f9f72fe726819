"""An error is one clean line, with the exit code that scripts are promised."""

import pytest

from zjreader.errors import (
    ExitCode,
    LockedError,
    MissingError,
    QueryError,
    UnreadableError,
    UnsavedError,
    UsageError,
    ZjreaderError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ZjreaderError, 70),
        (MissingError, 1),
        (UsageError, 2),
        (UnreadableError, 3),
        (UnsavedError, 4),
        (LockedError, 5),
    ],
)
def test_each_kind_has_its_exit_code(error: type[ZjreaderError], code: int) -> None:
    assert error("what").exit_code == ExitCode(code)


def test_the_line_names_what_it_is_about_and_commands_no_terminal() -> None:
    assert str(UnreadableError("not\x1b a\ntext", "新闻\x07.txt")) == "新闻.txt: not a text"
    assert str(UsageError("no such option")) == "no such option"


@pytest.mark.parametrize(("position", "shown"), [(0, 0), (2, 2), (99, 2)])
def test_the_place_of_a_query_error_lies_inside_its_text(position: int, shown: int) -> None:
    error = QueryError("unexpected", "经\x1b济", position)
    assert (error.text, error.position, error.exit_code) == ("经济", shown, ExitCode.USAGE)
