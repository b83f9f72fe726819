"""Subscriptions as OPML are what they were when they are read again."""

from hypothesis import given
from hypothesis import strategies as st

from zjreader.formats.opml import Outline, opml
from zjreader.parse.subscription_list import read
from zjreader.text.clean import Clean, clean_line

names = st.text(max_size=8).map(clean_line)
folders = st.lists(st.text(max_size=5).map(lambda text: clean_line(text.replace("/", ""))).filter(bool), max_size=3)


@given(st.lists(st.tuples(names, folders), max_size=6))
def test_what_is_written_is_read_again(placed: list[tuple[Clean, list[Clean]]]) -> None:
    outlines = [
        Outline(Clean(f"https://a.example/?n={number}&x='\""), name or None, Clean("/".join(path)) or None)
        for number, (name, path) in enumerate(placed)
    ]
    found = read("".join(opml(outlines)).encode(), Clean("list"))
    again = {Outline(each.address, each.name, each.section) for each in found.listed}
    assert again == set(outlines)
    assert found.problems == ()


def test_folders_are_nested_and_written_once() -> None:
    addresses = [Clean(f"https://a.example/{number}") for number in range(3)]
    sections = [Clean("新闻/地方"), None, Clean("新闻")]
    text = "".join(opml(map(Outline, addresses, [Clean("甲")] * 3, sections)))
    assert text.count("<outline text=") == 2
    assert [line[: line.index(" ")] for line in text.splitlines() if "xmlUrl" in line] == ["<outline"] * 3
    assert text.index("/1") < text.index("新闻") < text.index("/2") < text.index("地方") < text.index("/0")
