"""`doctor page`: shows how a page was read, and reports it with nothing else of its sender's."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.parse.list_shapes import ENTRIES, SHAPES
from zjreader.article import Article, Block, Moment, ReadAs, Reading
from zjreader.parse import worker
from zjreader.parse.answer import Answer, Taken
from zjreader.text.clean import Clean

LIST = SHAPES["cards"](ENTRIES)
ARTICLE = Article(
    "full",
    Clean("城南老桥加固完工"),
    publisher=Clean("江城晚报"),
    authors=(Clean("林一舟"), Clean("何满")),
    published=Moment(Clean("2026-03-05"), "day", Clean("2026-03-05"), inferred=True),
    url=Clean("https://news.example.com/1.html"),
    blocks=(Block("paragraph", Clean("经过三个月的加固，城南老桥今起恢复通行。" * 9)),),
)
READ = Answer(
    (Reading(ARTICLE, ReadAs(Clean("gb18030"), assumed=True, replaced=2)),),
    taken=(Taken("title", ARTICLE.title), Taken("behind", Clean("相关阅读"))),
    feeds=(Clean("https://news.example.com/rss.xml"),),
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "家" / "列表.html"
    path.parent.mkdir()
    path.write_text(LIST.replace('src="a.jpg"', 'src="file:///home/somebody/a.jpg"'), "utf-8")
    return path


def test_a_list_is_shown_with_its_headlines(run: Run, saved: Path) -> None:
    ran = run("doctor", "page", saved)
    first, second, *_others = ran.out.splitlines()
    assert (ran.code, first) == (0, "read as\thtml · utf-8")
    assert second.startswith(f"teaser\t2026-03-05T10:20+08:00 · {ENTRIES[0].title} · ")


def test_what_a_list_leaves_out_is_shown_with_the_reason(run: Run, saved: Path) -> None:
    lines = run("doctor", "page", saved).out.splitlines()
    assert "left out, the front of a site\t江ICP备12345678号-1 · https://beian.example.cn/" in lines
    assert any(line.startswith("left out, in the place of a menu\t首页 · ") for line in lines)
    assert any(line.startswith("left out, words of a site\t评论(12) · ") for line in lines)


def test_an_article_is_shown_with_all_that_was_taken_and_left_out(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "examined", lambda _document: ("html", b"", READ))
    lines = dict(line.split("\t") for line in run("doctor", "page", saved).out.splitlines())
    assert lines["read as"] == "html · gb18030, assumed · 2 stray bytes replaced"
    assert (lines["title"], lines["authors"], lines["editor"]) == (ARTICLE.title, "林一舟、何满", "–")
    assert lines["published"] == "2026-03-05, inferred"
    assert (lines["taken for the title"], lines["left out behind"], lines["feed"]) == (
        ARTICLE.title,
        "相关阅读",
        "https://news.example.com/rss.xml",
    )


def test_what_comes_without_lines_is_shown_by_its_text(run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "examined", lambda _document: ("feed", b"", READ._replace(taken=())))
    assert f"text\t{ARTICLE.body[:60]}…\n" in run("doctor", "page", saved).out


def test_a_report_holds_the_page_and_its_reading_and_no_path(run: Run, saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    assert run("doctor", "page", saved, "--report", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["page.html", "reading.json"]
    reading = json.loads((folder / "reading.json").read_text("utf-8"))
    assert [article["title"] for article in reading["articles"]] == [entry.title for entry in ENTRIES]
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        assert not any(word in text for word in ("somebody", "列表.html", "家/", str(tmp_path)))


def test_a_report_of_an_article_has_its_blocks(
    run: Run, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "examined", lambda _document: ("mhtml", b"", READ))
    run("doctor", "page", saved, "--report", tmp_path / "report")
    (article,) = json.loads((tmp_path / "report" / "reading.json").read_text("utf-8"))["articles"]
    assert article["blocks"] == [{"kind": "paragraph", "text": ARTICLE.body}]
    assert article["published"]["inferred"]
    assert (tmp_path / "report" / "page.mhtml").exists()


def test_nothing_is_put_among_other_things(run: Run, saved: Path) -> None:
    assert (run("doctor", "page", saved, "--report", saved.parent).code, len(list(saved.parent.iterdir()))) == (4, 1)
    assert run("doctor", "page", saved, "--report", saved).code == 4


def test_a_page_without_news_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<!-- nothing -->")
    ran = run("doctor", "page", path)
    assert (ran.code, ran.out) == (1, "read as\thtml\nproblem\tnothing to read in it\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(["page"], 2, "needs one page", id="no source"),
        pytest.param(["page", "a", "b"], 2, "needs one page", id="two sources"),
        pytest.param(["pages", "a"], 2, "is none of page", id="another word"),
        pytest.param(["page", "nowhere.html"], 3, "no such file", id="a file that is not there"),
        pytest.param(["page", "FOLDER"], 2, "holds several documents", id="a folder"),
        pytest.param(["page", "TEXT"], 3, "is neither a page nor a feed", id="a text"),
    ],
)
def test_what_is_no_page_is_refused(run: Run, page: Path, words: list[str], code: int, said: str) -> None:
    (page.parent / "more.txt").write_text("沿河步道分段开放", "utf-8")
    places = {"FOLDER": page.parent, "TEXT": page}
    ran = run("doctor", *(places.get(word, word) for word in words))
    assert (ran.code, said in ran.err) == (code, True)


def test_a_page_that_cannot_be_opened_is_told(run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_document: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(worker, "examined", fails)
    ran = run("doctor", "page", saved)
    assert (ran.code, "Input/output error" in ran.err) == (3, True)
