"""Parts of a page are one article where the pages themselves say so, and pages of their own where they do not."""

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from tests.documents import NOW, document
from zjreader import page_parts
from zjreader.article import Article, Block, Document, Kind, Problem, ReadAs, Reading
from zjreader.intake import gather
from zjreader.library.marks import Marks
from zjreader.parse import worker
from zjreader.sources.files import Surroundings, documents
from zjreader.text.clean import Clean

TITLE = "城南老桥加固完工 今起恢复通行"
UTF_8 = ReadAs(Clean("utf-8"), assumed=False)


def part(name: str, title: str = TITLE, follows: str | None = None, kind: Kind = "full") -> Reading:
    blocks = (Block("paragraph", Clean(f"{name}的正文。")),)
    return Reading(Article(kind, Clean(title), blocks=blocks), UTF_8, next_part=Clean(follows) if follows else None)


def read(monkeypatch: pytest.MonkeyPatch, **pages: list[Reading | Problem]) -> list[tuple[str, list[str]]]:
    """What documents of these names and readings come to: addresses, and the bodies read of each."""
    monkeypatch.setattr(worker, "read", lambda document: iter(pages[document.address]))
    first, *further = (Document(Clean(name), Clean("."), partial(BytesIO, b"")) for name in pages)
    came = page_parts.read(first._replace(parts=tuple(further)))
    return [
        (document.address, [each.article.body if isinstance(each, Reading) else each.what for each in readings])
        for document, readings in came
    ]


def test_parts_that_follow_each_other_are_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b, c = part("a", follows="b"), part("b", f"{TITLE}（2）", "c"), part("c", f"{TITLE} 第3页")
    assert read(monkeypatch, a=[a], b=[b], c=[c]) == [("a", ["a的正文。\nb的正文。\nc的正文。"])]


def test_what_was_wrong_with_a_part_is_told_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stray = Problem(Clean("b"), Clean("1 stray byte replaced"))
    came = read(monkeypatch, a=[part("a", follows="b")], b=[part("b"), stray])
    assert came == [("a", ["a的正文。\nb的正文。", "1 stray byte replaced"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param([part("a")], [part("b")], id="the first says nothing of a second"),
        pytest.param([part("a", follows="b")], [part("b", "沿河步道分段开放")], id="another title"),
        pytest.param([part("a", follows="b")], [part("b", kind="teaser")], id="a teaser"),
        pytest.param([part("a", follows="b")], [part("b"), part("b")], id="several articles"),
        pytest.param([part("a", follows="b")], [Problem(Clean("b"), Clean("nothing to read in it"))], id="nothing"),
    ],
)
def test_what_only_has_the_name_of_a_part_is_a_page_of_its_own(
    monkeypatch: pytest.MonkeyPatch, first: list[Reading | Problem], second: list[Reading | Problem]
) -> None:
    assert [address for address, _bodies in read(monkeypatch, a=first, b=second)] == ["a", "b"]


def test_parts_that_are_none_come_in_each_as_itself() -> None:
    texts = ("城南老桥今起恢复通行", "沿河步道分段开放")
    first, second = (document(f"{text}.txt", f"{text}\n\n{text}，市民早晚都可以步行穿过。\n") for text in texts)
    gathered = gather([first._replace(parts=(second,))], NOW, Marks())
    assert [(record.origin, record.article.title) for record in gathered.records] == [
        (f"{text}.txt", text) for text in texts
    ]


PAGE = """<!DOCTYPE html><meta charset=utf-8><title>{title}_江城在线</title><h1>{title}</h1>
<div class=info>2026年3月5日 10:20 来源：江城晚报</div><div class=content>{text}</div><div class=page>{more}</div>"""
TEXT = "<p>第{part}部分说到，经过三个月的加固，城南老桥今起恢复通行，施工期间绕行的六条公交线路同时改回原线。</p>"


def test_real_parts_in_a_folder_come_in_as_one_article(tmp_path: Path) -> None:
    for part, more in ((1, "_2"), (2, "_3"), (3, "")):
        link = f'<a href="桥{more}.html">下一页</a>' if more else "<b>3</b>"
        page = PAGE.format(title=TITLE, text=TEXT.format(part=part) * 4, more=link)
        (tmp_path / f"桥{f'_{part}' if part > 1 else ''}.html").write_text(page, "utf-8")
    around = Surroundings(BytesIO(), lambda: NOW)
    (record,) = gather(documents(str(tmp_path), around), NOW, Marks()).records
    assert (record.article.title, record.origin, record.article.publisher) == (TITLE, "桥.html", "江城晚报")
    assert [block.text[1] for block in record.article.blocks] == list("111122223333")
