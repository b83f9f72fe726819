"""What runs behind the wall answers whatever it is asked, in the language and within the limits of the question."""

import resource
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from tests.parse.list_shapes import ENTRIES, SHAPES
from zjreader.article import Article, Block, ReadAs
from zjreader.parse import confined, feed, frames, walled
from zjreader.parse.answer import Answer
from zjreader.parse.asked import UNTOLD
from zjreader.parse.feed import Feed
from zjreader.parse.question import Kind, Question
from zjreader.text.clean import Clean

LIST = SHAPES["a list with dates"](ENTRIES)
SAVED = f"From: a\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://news.example.com/\n\n{LIST}"
RSS = "<rss version='2.0'><channel><title>要闻</title><item><title>城南老桥今起恢复通行</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        pytest.param("html", LIST, id="a page"),
        pytest.param("mhtml", SAVED, id="a saved page"),
        pytest.param("feed", LIST, id="a page served for a feed"),
    ],
)
def test_a_page_in_any_packing_gives_its_headlines(kind: Kind, data: str) -> None:
    answer = walled.answer(kind, data.encode(), UNTOLD)
    assert [reading.article.title for reading in answer.readings] == [entry.title for entry in ENTRIES]


@pytest.mark.parametrize("kind", ["feed", "html"])
def test_a_feed_in_any_guise_gives_its_entries(monkeypatch: pytest.MonkeyPatch, kind: Kind) -> None:
    read = Feed(
        (Article("teaser", Clean("城南老桥今起恢复通行")),), ReadAs(Clean("utf-8"), assumed=False), problems=("a",)
    )
    monkeypatch.setattr(feed, "looks_like", lambda data: data == RSS.encode())
    monkeypatch.setattr(feed, "read", lambda _data, _asked: read)
    answer = walled.answer(kind, RSS.encode(), UNTOLD)
    assert ([reading.article for reading in answer.readings], answer.problems) == (list(read.articles), ("a",))


def test_a_cell_gives_what_it_shows() -> None:
    blocks = (Block("heading", Clean("缘起")), Block("paragraph", Clean("城南老桥恢复通行。")))
    cell = "<h3>缘起</h3><p>城南老桥恢复通行。</p><script>alert(1)</script>"
    assert walled.answer("cell", cell.encode(), UNTOLD) == Answer(blocks=blocks)


def test_questions_are_answered_until_there_are_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    questions, answers = BytesIO(), BytesIO()
    for language in ("en", "zh_CN"):
        frames.put(questions, Question.of("mhtml", b"", UNTOLD, language))
    questions.seek(0)
    walled.serve(questions, answers, 60)
    answers.seek(0)
    assert frames.taken(answers, Answer) == Answer(problems=(Clean("nothing to read in it"),))
    assert frames.taken(answers, Answer) is not None
    assert frames.taken(answers, Answer) is None
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize(
    ("answers", "ended"),
    [
        pytest.param("walled.answer", 0, id="as long as it is asked"),
        pytest.param("bytes", confined.NO_MEMORY, id="until there is no memory"),
    ],
)
def test_a_process_answers(answers: str, ended: int) -> None:
    question = BytesIO()
    frames.put(question, Question.of("mhtml", b"", UNTOLD, "en"))
    lack = "def no_memory(*question): raise MemoryError\nbytes = no_memory\n"
    program = f"from zjreader.parse import walled\n{lack}walled.answer = {answers}\nwalled.main()"
    words = [sys.executable, "-c", program, "60", str(1 << 30)]
    ran = subprocess.run(words, input=question.getvalue(), stdout=subprocess.PIPE, check=False)
    assert (ran.returncode, b"nothing to read in it" in ran.stdout) == (ended, ended == 0)


def test_memory_is_limited_above_what_the_process_has(monkeypatch: pytest.MonkeyPatch) -> None:
    set_: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", set_.__setitem__)
    confined.limit_memory(1 << 20)
    assert set_[resource.RLIMIT_CORE] == (0, 0)
    if confined.SIZES.exists():
        assert set_[resource.RLIMIT_AS][0] > 1 << 20


def test_where_a_process_is_not_told_its_size_memory_has_no_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", set_.__setitem__)
    confined.limit_memory(1 << 20, tmp_path / "statm")
    assert resource.RLIMIT_AS not in set_
