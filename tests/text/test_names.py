"""People are told from the offices and the roles that stand beside their names."""

import pytest

from zjreader.text.names import is_person, of_an_office, read_writers


@pytest.mark.parametrize(
    ("said", "authors", "correspondents"),
    [
        pytest.param("特约评论员 林小溪", ("林小溪",), (), id="who comments"),
        pytest.param("宣传部 林小溪", ("林小溪",), (), id="an office before its people"),
        pytest.param("宣传部", ("宣传部",), (), id="an office alone"),
        pytest.param("本报讯 记者 林小溪", ("林小溪",), (), id="what opens a report"),
        pytest.param("记者 林小溪 通讯员 周明 发自河东", ("林小溪",), ("周明",), id="where it was sent from"),
    ],
)
def test_a_list_names_people(said: str, authors: tuple[str, ...], correspondents: tuple[str, ...]) -> None:
    writers = read_writers(said)
    assert (writers.authors, writers.correspondents) == (authors, correspondents)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("河东大学历史学院林小溪", "林小溪", id="behind an office"),
        pytest.param("林小溪北京某大学经济学院教授", "林小溪", id="before an office"),
        pytest.param("周明华东某研究院研究员", "周明", id="two characters before an office"),
        pytest.param("河东大学经济学院教授", None, id="an office alone"),
        pytest.param("某某工作室的朋友们", None, id="no office"),
    ],
)
def test_a_person_is_found_beside_an_office(said: str, expected: str | None) -> None:
    assert of_an_office(said) == expected


@pytest.mark.parametrize(
    ("word", "person"), [("林小溪", True), ("周明", True), ("河东", False), ("林小溪们在", False), ("Lin", False)]
)
def test_a_person_has_a_surname_and_one_or_two_characters(word: str, person: bool) -> None:
    assert is_person(word) is person
