"""`fetch` and `--full-text`: teasers get their texts from their links, and keep what they have where there is none."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.cli.conftest import NOON, Run, Tty
from tests.servers import Server, page, redirect, sending, serving
from zjreader.library.awaited_rows import MOST_TRIES

TITLE = "城南老桥加固完工 今起恢复通行"
OPENING = "经过三个月的加固，城南老桥今起恢复通行……"
TEXT = f"{TITLE}\n\n经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线。\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def feed(server: Server, *teasers: dict[str, str]) -> str:
    rows = [{"title": TITLE, "summary": OPENING, "url": server.url("/bridge")}, *teasers]
    return server.add("/feed.jsonl", page("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)))


def records(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("list", "--jsonl", "--full").out.splitlines()]


def test_a_teaser_gets_its_text_from_its_link(run: Run, server: Server) -> None:
    run("add", feed(server))
    server.add("/bridge", page(TEXT))
    ran = run("fetch")
    assert (ran.code, ran.err) == (0, "zjreader: 1 teaser completed\n")
    (record,) = records(run)
    assert (record["kind"], record["versions"]) == ("full", 1)
    assert "六条公交线路" in record["body"]
    assert record["origin"].startswith(server.url("/feed.jsonl"))


def test_a_link_that_leads_elsewhere_completes_it_too_and_both_ids_stay(run: Run, server: Server) -> None:
    run("add", feed(server))
    (before,) = records(run)
    server.add("/bridge", redirect("/2026/04/10/bridge.html"))
    server.add("/2026/04/10/bridge.html", page(TEXT))
    assert run("fetch", "城南").err == "zjreader: 1 teaser completed\n"
    (record,) = records(run)
    assert record["kind"] == "full"
    assert run("show", before["id"], "-f", "ids").out.strip() == record["id"]
    assert run("update").code == 0
    assert [each["kind"] for each in records(run)] == ["full"]


@pytest.mark.parametrize(
    "became",
    [
        pytest.param(page("登录\n\n请登录后继续阅读本站的文章，还没有账号的读者可以先注册。\n"), id="a login"),
        pytest.param(page("页面不存在\n\n您访问的页面不存在或者已经被删除，请返回首页。\n"), id="a notice"),
        pytest.param(
            page("北湖小学新校舍启用\n\n北湖小学的新校舍今天启用，九百名学生搬进新教室。\n"), id="another article"
        ),
        pytest.param(page(f"{TITLE}\n\n登录后阅读。\n"), id="its title alone"),
        pytest.param(page(json.dumps({"title": TITLE, "summary": OPENING, "url": "/x"}) + "\n"), id="a list"),
        pytest.param(page(" \n"), id="nothing"),
    ],
)
def test_what_has_become_something_else_replaces_no_teaser(run: Run, server: Server, became: Any) -> None:
    run("add", feed(server))
    server.add("/bridge", became)
    ran = run("fetch")
    told = f"is something else than “{TITLE}” now; the teaser stays"
    assert (ran.code, ran.err) == (1, f"zjreader: {server.url('/bridge')}: {told}\nzjreader: 0 teasers completed\n")
    assert [record["kind"] for record in records(run)] == ["teaser"]


def test_a_teaser_stays_when_its_link_fails(run: Run, server: Server) -> None:
    run("add", feed(server))
    ran = run("fetch")
    assert (ran.code, ran.err) == (
        1,
        f"zjreader: {server.url('/bridge')}: is not there (HTTP 404)\nzjreader: 0 teasers completed\n",
    )
    assert [record["kind"] for record in records(run)] == ["teaser"]


def test_no_link_leads_into_a_private_network(run: Run, server: Server) -> None:
    run("add", feed(server, {"title": "另一条消息", "summary": "它说了一件事。", "url": "http://127.0.0.1:1/secret"}))
    server.add("/bridge", page(TEXT))
    ran = run("fetch")
    assert "http://127.0.0.1:1/secret: 127.0.0.1 lies in a private network; not asked" in ran.err
    assert "1 teaser completed" in ran.err


def test_a_source_is_told_to_give_its_texts_whole(run: Run, server: Server) -> None:
    url = feed(server)
    server.add("/bridge", page(TEXT))
    assert run("add", url, "--full-text").err == "zjreader: 1 article added, 1 teaser completed\n"
    assert [record["kind"] for record in records(run)] == ["full"]
    server.add("/school", page("北湖小学新校舍启用\n\n北湖小学的新校舍今天启用，九百名学生搬进新教室。\n"))
    feed(server, {"title": "北湖小学新校舍启用", "summary": "北湖小学的新校舍今天启用……", "url": server.url("/school")})
    assert run("update").err == "zjreader: 1 article added, 1 known, 1 teaser completed\n"
    assert {record["kind"] for record in records(run)} == {"full"}


def test_only_teasers_that_the_query_asks_for_are_fetched(run: Run, server: Server) -> None:
    run("add", feed(server))
    ran = run("fetch", "小学")
    assert (ran.code, ran.err) == (1, "zjreader: 0 articles added\n")
    assert run("fetch", "is:full").code == 1
    assert [asked.path for asked in server.asked] == ["/feed.jsonl"]


def test_it_shows_how_many_have_come(run: Run, server: Server) -> None:
    more = {"title": "北湖小学新校舍启用", "summary": "北湖小学的新校舍今天启用……", "url": server.url("/school")}
    run("add", feed(server, more))
    server.add("/bridge", page(TEXT))
    assert "2/2 1 teaser completed" in run("fetch", streams=Tty).err


def asked_for(server: Server, path: str) -> int:
    return sum(asked.path == path for asked in server.asked)


BUSY = page("", 503)


@pytest.mark.parametrize(
    "fails",
    [
        pytest.param(BUSY, id="a server that fails"),
        pytest.param(page("", 429), id="one that is asked too often"),
        pytest.param(sending(b"HTTP/1.1 200 .\r\nContent-Length: 99\r\n\r\n"), id="one that hangs up"),
    ],
)
def test_a_text_that_may_come_another_time_is_asked_for_again(run: Run, server: Server, fails: Any) -> None:
    server.add("/bridge", fails)
    run("add", feed(server), "--full-text")
    run("update", now=NOON + timedelta(minutes=59))
    assert asked_for(server, "/bridge") == 1
    server.add("/bridge", page(TEXT))
    ran = run("update", now=NOON + timedelta(hours=1))
    assert (asked_for(server, "/bridge"), "1 teaser completed" in ran.err) == (2, True)
    assert run("update", now=NOON + timedelta(days=9)).err == "zjreader: 0 articles added, 1 file unchanged\n"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(page("", 404), id="it is not there"),
        pytest.param(page("", 403), id="it wants a login"),
        pytest.param(
            page("登录\n\n请登录后继续阅读本站的文章，还没有账号的读者可以先注册。\n"), id="it is something else"
        ),
        pytest.param(redirect("ftp://example.com/"), id="it leads where nothing is fetched"),
    ],
)
def test_after_a_definite_no_only_a_person_asks_again(run: Run, server: Server, answer: Any) -> None:
    server.add("/bridge", answer)
    run("add", feed(server), "--full-text")
    run("update", now=NOON + timedelta(days=3))
    assert asked_for(server, "/bridge") == 1
    run("fetch")
    assert asked_for(server, "/bridge") == 2


def test_a_text_is_not_asked_for_for_ever_but_by_a_person(run: Run, server: Server) -> None:
    server.add("/bridge", BUSY)
    run("add", feed(server), "--full-text")
    for day in range(1, 30):
        run("update", now=NOON + timedelta(days=day))
    assert asked_for(server, "/bridge") == MOST_TRIES
    server.add("/bridge", page(TEXT))
    assert "1 teaser completed" in run("fetch").err


def test_texts_are_asked_for_with_their_source_alone(run: Run, server: Server) -> None:
    server.add("/bridge", BUSY)
    url = feed(server)
    run("add", url, "--full-text")
    other = server.add("/other.jsonl", page(json.dumps({"title": "另一条", "content": "它说了一件事。"}) + "\n"))
    run("add", other)
    run("update", other, now=NOON + timedelta(days=1))
    server.add("/feed.jsonl", BUSY)
    run("update", now=NOON + timedelta(days=2))
    feed(server)
    run("sources", "set", url, "full-text=false")
    run("update", now=NOON + timedelta(days=3))
    assert asked_for(server, "/bridge") == 1


def test_a_link_that_two_teasers_bear_completes_both(run: Run, server: Server) -> None:
    longer = {"title": f"{TITLE}（图）", "summary": OPENING, "url": server.url("/bridge")}
    server.add("/bridge", page(TEXT))
    run("add", feed(server, longer), "--full-text")
    assert asked_for(server, "/bridge") == 1
    assert run("count", "is:teaser").code == 1
    run("update", now=NOON + timedelta(days=3))
    assert asked_for(server, "/bridge") == 1
