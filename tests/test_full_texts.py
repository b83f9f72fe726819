"""Which page is the text of which teaser, and who is asked for it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.documents import BODY, FULL, LINK, NOW, OPENING, OTHER_LINK, TEASER, TITLE, link_id, table
from tests.test_intake import told
from zjreader.adding import add, complete
from zjreader.article import Article, Block, Problem, ReadAs, Reading
from zjreader.full_texts import is_text_of, teasers
from zjreader.intake import FullText
from zjreader.library.library import Library
from zjreader.library.marks import PART, Marks
from zjreader.library.paths import Paths, under
from zjreader.library.source_rows import KeptSource
from zjreader.text.clean import Clean

BRIDGE = Article("teaser", Clean(TITLE), Clean(OPENING), url=Clean(LINK))


def full(title: str, body: str = BODY, url: str | None = "https://www.example.com/3.html") -> Article:
    link = Clean(url) if url else None
    return Article("full", Clean(title), url=link, blocks=(Block("paragraph", Clean(body)),))


@pytest.mark.parametrize(
    ("article", "is_it"),
    [
        pytest.param(full(TITLE), True, id="the same title"),
        pytest.param(full(f"[图文] {TITLE}_江城晚报"), True, id="with what a site adds to it"),
        pytest.param(full("老桥今晨通车"), True, id="another title over what the teaser showed"),
        pytest.param(
            full("老桥今晨通车", "另一篇文章的正文，与导语没有一句相同，写的是别处的一座桥。"),
            False,
            id="another article",
        ),
        pytest.param(full(TITLE, "请登录后阅读。"), False, id="its title over less than the teaser"),
        pytest.param(full("登录"), True, id="what the teaser showed is enough"),
        pytest.param(full("登录", "请登录后继续阅读本站的文章，还没有账号的读者可以先注册一个。"), False, id="a login"),
        pytest.param(BRIDGE, False, id="a teaser"),
    ],
)
def test_a_text_has_the_title_or_what_the_teaser_showed(article: Article, is_it: bool) -> None:
    assert is_text_of(article, BRIDGE) is is_it


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A library of a teaser, a teaser without link, and a full text."""
    paths = under(tmp_path)
    with Library.writing(paths) as library:
        file = table("list.jsonl", TEASER, {"title": "没有链接的导语", "summary": OPENING}, {**FULL, "title": "别的"})
        library.put_sources([KeptSource(file.source, Clean("[]"), Clean("a1"), Clean(NOW.isoformat()))])
        list(add([file], library.shelf(NOW), NOW, Marks()))
    return paths


def ids(library: Library) -> list[Clean]:
    return [change.record.ids[0] for change in library.since(0) if change.record]


def test_only_teasers_with_a_link_are_asked_for(paths: Paths) -> None:
    with Library.reading(paths) as library:
        (found,) = teasers(library, [*ids(library), Clean("a" * 16)])
    assert (found.id, found.request.address, found.request.trusts) == (link_id(LINK), LINK, None)


def text(article: Article) -> FullText:
    reading = Reading(article, ReadAs(Clean("utf-8"), assumed=False))
    return FullText(link_id(LINK), table("list.jsonl")._replace(url=article.url), reading)


def completed(paths: Paths, *texts: FullText | Problem, marks: Marks | None = None) -> list[tuple[int, int]]:
    """How many teasers a run completed, and how many problems it had."""
    later = NOW + timedelta(days=1)
    with Library.writing(paths) as library:
        return [
            (kept.changed, len(kept.problems))
            for kept in complete(texts, library.shelf(later), later, marks or Marks())
        ]


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(full(TITLE, url=LINK), id="at its own link"),
        pytest.param(full(TITLE), id="at another link"),
        pytest.param(full("老桥今晨通车"), id="under another title"),
        pytest.param(full("老桥今晨通车", url=None), id="without a link"),
        pytest.param(full(TITLE, url="https://elsewhere.example/bridge"), id="at another host"),
    ],
)
def test_a_text_completes_its_teaser_whatever_its_link_came_to_be(paths: Paths, article: Article) -> None:
    assert completed(paths, text(article)) == [(1, 0)]
    with Library.reading(paths) as library:
        (version,) = library.versions_of(link_id(LINK))
        assert (version.record.article.kind, version.record.article.title) == ("full", article.title)
        assert len(ids(library)) == 3


def test_a_text_that_is_here_already_is_joined(paths: Paths) -> None:
    arrived = full("别的", url=OTHER_LINK)
    assert completed(paths, text(arrived)) == [(1, 0)]
    with Library.reading(paths) as library:
        assert len(ids(library)) == 2
        assert library.unwritten_joins() == {link_id(LINK): link_id(OTHER_LINK)}


def test_what_was_completed_meanwhile_is_left_alone(paths: Paths) -> None:
    assert completed(paths, text(full(TITLE))) == [(1, 0)]
    assert completed(paths, text(full(TITLE, BODY * 2))) == [(0, 0)]


def test_what_a_person_parted_is_never_completed(paths: Paths) -> None:
    assert completed(paths, text(full(TITLE)), marks=told((PART, True, link_id(LINK)))) == [(0, 0)]


def test_problems_pass_through(paths: Paths) -> None:
    assert completed(paths, Problem(Clean("a"), Clean("b"))) == [(0, 1)]
