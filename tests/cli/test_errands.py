"""What the screen does about its sources in the background: read again, completed, added, changed, given up."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import NOON, Run
from tests.cli.test_network import BRIDGE, SCHOOL, table
from tests.servers import Server, page, serving, stalling, validated
from zjreader.cli import errands
from zjreader.cli.process import Process
from zjreader.corpus.collection import bearing
from zjreader.errors import MissingError, UsageError
from zjreader.news import News
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean
from zjreader.tui.outside import Errand

TEASER = {"title": "河堤加高半尺 赶在汛期以前", "summary": "城东的河堤本周起加高半尺，赶在汛期以前完工，两岸的步道"}
TEXT = "城东的河堤本周起加高半尺，赶在汛期以前完工，两岸的步道照常开放，夜间施工的路段另设照明。"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def process(tmp_path: Path, run: Run) -> Process:
    """The process whose home the commands have, too."""
    home = {"ZJREADER_HOME": str(tmp_path / "home")}
    return Process(BytesIO(), BytesIO(), BytesIO(), home, lambda: NOON + timedelta(hours=3))


def done(process: Process, errand: Errand, stop: Stop | None = None) -> list[News]:
    return list(errands.run(process, errand, stop or Stop()))


def titles(process: Process) -> set[str]:
    held = errands.sources(process).held()
    return {held[position].article.title for position in held.everything}


def test_sources_are_read_again_and_what_came_can_be_searched(run: Run, process: Process, server: Server) -> None:
    url = server.add("/a", validated(table(BRIDGE), '"1"'))
    broken = server.add("/b", page(table(SCHOOL)))
    run("add", url, broken)
    server.add("/a", validated(table(BRIDGE, {**SCHOOL, "title": "北湖小学扩建"}), '"2"'))
    server.add("/b", page("", 500))
    news = done(process, Errand("update"))
    assert news[0] == News(sources=2)
    assert news[-1]._replace(failed=()) == News(sources=2, read=2, new=1, why=Clean("failed (HTTP 500)"))
    assert news[-1].failed == (broken,)
    assert titles(process) == {BRIDGE["title"], SCHOOL["title"], "北湖小学扩建"}


def test_what_did_not_change_is_no_news(run: Run, process: Process, server: Server) -> None:
    run("add", server.add("/a", validated(table(BRIDGE), '"1"')))
    last = done(process, Errand("update"))[-1]
    assert (last, last.is_any) == (News(sources=1, read=1), False)


def test_without_a_library_nothing_is_due(process: Process) -> None:
    assert done(process, Errand("update")) == [News()]


def test_only_what_is_named_is_read_by_the_clock(run: Run, process: Process, server: Server) -> None:
    urls = [server.add(path, page(table(row))) for path, row in (("/a", BRIDGE), ("/b", SCHOOL))]
    run("add", *urls)
    before = len(server.asked)
    done(process, Errand("due", (Clean(urls[1]),)))
    assert [asked.path for asked in server.asked[before:]] == ["/b"]


def test_a_source_is_added_with_what_it_holds(process: Process, server: Server, tmp_path: Path) -> None:
    file = tmp_path / "school.jsonl"
    file.write_text(table(SCHOOL), "utf-8")
    assert done(process, Errand("add", (Clean(server.add("/a", page(table(BRIDGE)))),)))[-1].new == 1
    assert done(process, Errand("add", (Clean(str(file)),)))[-1].new == 1
    assert titles(process) == {BRIDGE["title"], SCHOOL["title"]}
    assert [each.articles for each in errands.listed(process)] == [1, 1]


@pytest.mark.parametrize("word", [pytest.param("no/such", id="not there"), pytest.param("-", id="the keyboard")])
def test_what_is_no_source_is_not_added(process: Process, word: str) -> None:
    with pytest.raises(MissingError, match="no such file or folder"):
        done(process, Errand("add", (Clean(word),)))
    assert errands.listed(process) == ()


def test_a_teaser_gets_its_text(run: Run, process: Process, server: Server) -> None:
    link = server.add("/text", page(json.dumps({"title": TEASER["title"], "content": TEXT})))
    run("add", server.add("/list", page(table({**TEASER, "url": link}))))
    held = errands.sources(process).held()
    news = done(process, Errand("fetch", held.ids(0)[:1]))
    assert (news[0], news[-1]) == (News(), News(texts=1, completed=1))
    assert errands.sources(process).held()[0].article.kind == "full"


def test_a_teaser_without_its_text_says_why(run: Run, process: Process, server: Server) -> None:
    run("add", server.add("/list", page(table({**TEASER, "url": server.url("/gone")}))))
    held = errands.sources(process).held()
    (*_first, last) = done(process, Errand("fetch", held.ids(0)[:1]))
    assert last == News(texts=1, why=Clean("is not there (HTTP 404)"))


def test_something_else_is_said_of_a_source_and_it_is_given_up(run: Run, process: Process, server: Server) -> None:
    url = Clean(server.add("/a", page(table(BRIDGE))))
    run("add", url)
    assert done(process, Errand("set", (url,), (Clean("name=江城日报"), Clean("every=2h")))) == []
    (listed,) = errands.listed(process)
    assert (listed.name, listed.said, listed.due) == (
        "江城日报",
        ("name=江城日报", "every=2h"),
        NOON + timedelta(hours=2),
    )
    with pytest.raises(UsageError, match="no length of time"):
        done(process, Errand("set", (url,), (Clean("every=soon"),)))
    done(process, Errand("remove", (url,)))
    assert (errands.listed(process), titles(process)) == ((), {BRIDGE["title"]})


@pytest.mark.parametrize("wished_first", [pytest.param(True, id="before"), pytest.param(False, id="meanwhile")])
def test_whoever_stops_waits_for_no_server_and_keeps_what_came(
    run: Run, process: Process, server: Server, *, wished_first: bool
) -> None:
    urls = [server.add(path, page(table(row))) for path, row in (("/a", BRIDGE), ("/b", SCHOOL))]
    run("add", *urls)
    server.add("/b", stalling)
    server.add("/a", page(table(BRIDGE, {"title": "港口新航线开通", "content": "每周两班。", "id": 3})))
    stop = Stop()
    if wished_first:
        stop.wish()
    came: list[News] = []
    for news in errands.run(process, Errand("update"), stop):
        came.append(news)
        if news.read == 1:
            Thread(target=stop.wish).start()
    assert came[-1] == (News(sources=2) if wished_first else News(sources=2, read=1, new=1))
    assert ("港口新航线开通" in titles(process)) is not wished_first


def test_an_address_that_was_typed_is_not_lost_by_leaving_before_it_answers(process: Process, server: Server) -> None:
    url, stop = Clean(server.add("/a", stalling)), Stop()
    for _news in errands.run(process, Errand("add", (url,), (Clean("section=城建"),)), stop):
        Thread(target=stop.wish).start()
    (listed,) = errands.listed(process)
    assert (listed.address, listed.said, listed.articles) == (url, ("section=城建",), 0)
    server.add("/a", page(table(BRIDGE)))
    assert done(process, Errand("update"))[-1].new == 1


def test_what_is_given_up_while_it_is_read_again_stays_given_up(run: Run, process: Process, server: Server) -> None:
    url = Clean(server.add("/a", page(table(BRIDGE))))
    run("add", url)
    server.add("/a", page(table(BRIDGE, SCHOOL)))
    update = errands.run(process, Errand("update"), Stop())
    next(update)
    done(process, Errand("remove", (url,)))
    assert list(update)[-1].new == 0
    assert (errands.listed(process), titles(process)) == ((), {BRIDGE["title"]})


def test_errands_of_all_kinds_at_once_lose_nothing(run: Run, process: Process, server: Server, tmp_path: Path) -> None:
    """Read again, add, say something else and give up, each in a thread of its own, as on the screen."""
    link = server.add("/text", page(json.dumps({"title": TEASER["title"], "content": TEXT})))
    old, new = server.add("/a", page(table({**TEASER, "url": link}))), server.add("/b", page(table(BRIDGE)))
    told, gone = (tmp_path / name for name in ("told.jsonl", "gone.jsonl"))
    for path, title in ((told, "码头改建"), (gone, "渡口停航")):
        path.write_text(table({"title": title, "content": f"{title}的消息。"}), "utf-8")
    run("add", old, str(told), str(gone))
    server.add("/a", page(table({**TEASER, "url": link}, SCHOOL)))
    teaser = next(each for each in _ids(process) if each[1] == TEASER["title"])
    wanted = [
        Errand("update"),
        Errand("fetch", (teaser[0],)),
        Errand("add", (Clean(new),)),
        Errand("set", (Clean(str(told)),), (Clean("section=城建"),)),
        Errand("remove", (Clean(str(gone)),)),
    ]
    threads = [Thread(target=done, args=(process, errand)) for errand in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {title for _id, title in _ids(process)} == {
        TEASER["title"], SCHOOL["title"], BRIDGE["title"], "码头改建", "渡口停航"
    }  # fmt: skip
    assert {each.address: each.said for each in errands.listed(process)} == {
        old: (), new: (), str(told): ("section=城建",),
    }  # fmt: skip
    held = errands.sources(process).held()
    (position,) = bearing(held, [teaser[0]])
    assert held[position].article.kind == "full"


def _ids(process: Process) -> list[tuple[Clean, str]]:
    held = errands.sources(process).held()
    return [(held.ids(position)[0], held[position].article.title) for position in held.everything]
