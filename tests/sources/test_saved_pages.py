"""What lies beside a saved page is part of it; pages are parts of one where their names count on from the first."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Document
from zjreader.sources.saved_pages import as_one, in_parts, is_companion
from zjreader.text.clean import Clean


@pytest.mark.parametrize(
    ("folder", "files", "found"),
    [
        pytest.param("大桥合龙_files", ["大桥合龙.html"], True, id="saved by Chromium"),
        pytest.param("大桥合龙.files", ["大桥合龙.htm"], True, id="saved by Internet Explorer"),
        pytest.param("大桥合龙_文件", ["大桥合龙.html"], True, id="in Chinese"),
        pytest.param("my_files", ["大桥合龙.html"], False, id="beside another page"),
        pytest.param("大桥合龙", ["大桥合龙.html"], False, id="a folder of its own"),
    ],
)
def test_a_folder_belongs_to_the_page_beside_it(folder: str, files: list[str], found: bool) -> None:
    assert is_companion(folder, files) is found


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["a.html", "a_2.html", "a_3.html"], id="from the second"),
        pytest.param(["a.shtml", "a_1.shtml"], id="from the first behind one without a number"),
        pytest.param(["x/a_1.html", "x/a_2.html"], id="all numbered"),
        pytest.param(["a.html", "a_p2.html"], id="as pages"),
        pytest.param(["a_第1页.html", "a_第2页.html"], id="as pages in Chinese"),
        pytest.param(["a.mhtml", "a-2.mhtml"], id="in single files"),
        pytest.param([f"a_{n}.html" for n in range(1, 12)], id="more than nine"),
    ],
)
def test_names_that_count_on_are_parts(paths: list[str]) -> None:
    assert list(in_parts(sorted(paths))) == [tuple(paths)]


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["a.html", "b_2.html"], id="of another name"),
        pytest.param(["a.html", "a_3.html"], id="with one missing"),
        pytest.param(["a_2.html", "a_3.html"], id="without a first"),
        pytest.param(["2026_03_05.html", "2026_03_06.html"], id="days"),
        pytest.param(["a.html", "a (1).html"], id="a copy"),
        pytest.param(["a.txt", "a_2.txt"], id="texts"),
        pytest.param(["a.html", "a_2.htm"], id="of another form"),
    ],
)
def test_other_names_are_pages_of_their_own(paths: list[str]) -> None:
    assert list(in_parts(paths)) == [(path,) for path in paths]


names = st.from_regex(r"[ab](_[0-9]{1,2})?\.html", fullmatch=True)


@given(st.lists(names, unique=True).map(sorted))
def test_no_page_is_lost_or_given_twice(paths: list[str]) -> None:
    assert sorted(chain.from_iterable(in_parts(paths))) == paths


def test_parts_have_changed_when_one_of_them_has() -> None:
    first, second = (Document(Clean(name), Clean("."), open, stamp=name) for name in "ab")  # type: ignore[arg-type]
    whole = as_one([first, second])
    assert (whole.address, whole.parts, whole.stamp) == ("a", (second,), "a b")
    assert as_one([first, second._replace(stamp=None)]).stamp is None
