"""`add` and `update` of addresses: what is there is kept, whatever comes; nobody is asked more often than is polite."""

import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Run, Tty
from tests.servers import Server, dripping, page, redirect, serving, stalling, validated
from tests.sources.test_http import BAD

BRIDGE = {"title": "城南老桥加固完工 今起恢复通行", "content": "经过三个月的加固，城南老桥今起恢复通行。", "id": 1}
SCHOOL = {"title": "北湖小学新校舍启用", "content": "北湖小学的新校舍今天启用，九百名学生搬进新教室。", "id": 2}


def table(*rows: dict[str, object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def titles(run: Run) -> list[str]:
    return sorted(json.loads(line)["title"] for line in run("list", "--jsonl").out.splitlines())


def test_an_address_is_added_and_updated(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", validated(table(BRIDGE), '"1"'))
    assert run("add", url).err == "zjreader: 1 article added\n"
    assert run("update").err == "zjreader: 0 articles added, 1 file unchanged\n"
    server.add("/news.jsonl", validated(table(BRIDGE, SCHOOL), '"2"'))
    assert run("update").err == "zjreader: 1 article added, 1 known\n"
    assert titles(run) == [SCHOOL["title"], BRIDGE["title"]]
    assert json.loads(run("list", "--jsonl").out.splitlines()[0])["origin"].startswith(url)


def test_what_was_there_stays_when_the_answer_is_bad(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    run("add", url)
    server.add("/news.jsonl", page("", 500))
    ran = run("update")
    assert (ran.code, ran.err) == (3, f"zjreader: {url}: failed (HTTP 500)\nzjreader: 0 articles added\n")
    assert titles(run) == [BRIDGE["title"]]
    assert "failed (HTTP 500)" in run("sources", "--problems").out


QUICK = [name for name, (behaves, _what) in BAD.items() if behaves not in {stalling, dripping}]


@pytest.mark.parametrize("name", [name for name in QUICK if "unchanged" not in name])
def test_whatever_comes_old_articles_stay_and_other_sources_are_read(run: Run, server: Server, name: str) -> None:
    behaves, what = BAD[name]
    url, other = server.add("/bad", page(table(BRIDGE))), server.add("/good", page(table(SCHOOL)))
    run("add", url, other)
    server.add("/bad", behaves)
    more = {"title": "北湖水位回落", "content": "北湖水位今天回落。", "id": 3}
    server.add("/good", page(table(SCHOOL, more)))
    ran = run("update")
    told = what.replace("larger than 2 MB", "larger than 32 MB")
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"zjreader: {url}: {told}")
    assert ran.err.endswith("zjreader: 1 article added, 1 known, 1 source failed\n")
    assert titles(run) == [SCHOOL["title"], more["title"], BRIDGE["title"]]


def test_one_bad_source_hides_no_good_one(run: Run, server: Server, page_of_news: Path) -> None:
    good, bad = server.add("/news.jsonl", page(table(BRIDGE))), server.add("/bad", page("", 404))
    ran = run("add", bad, good, page_of_news)
    assert ran.code == 2
    assert ran.err == f"zjreader: {bad}: is not there (HTTP 404)\nzjreader: 2 articles added, 1 source failed\n"


@pytest.fixture
def page_of_news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text(table(SCHOOL), "utf-8")
    return path


def test_an_address_is_read_without_being_kept(run: Run, server: Server, page_of_news: Path) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    ran = run("list", "--sort", "none", "--from", page_of_news, "--from", url, "--fields", "title")
    assert ran.out.splitlines() == [SCHOOL["title"], BRIDGE["title"]]
    assert run(url).out.count("城南老桥") == 1
    assert run("list", "--from", server.url("/none")).code == 3
    assert run("count").code == 1


def test_several_addresses_are_read_in_their_order(run: Run, server: Server) -> None:
    urls = [server.add(f"/{n}", page(table({**BRIDGE, "title": f"第{n}条"}))) for n in range(3)]
    named = [word for url in urls for word in ("--from", url)]
    assert run("list", "--sort", "none", *named, "--fields", "title").out.splitlines() == ["第0条", "第1条", "第2条"]
    assert len(server.asked) == 3


def test_who_asks_to_be_left_alone_is_not_asked(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    run("add", url)
    server.add("/news.jsonl", page("", 429, Retry_After="3600"))
    assert run("update").code == 3
    asked = len(server.asked)
    ran = run("update")
    assert (ran.code, ran.err, len(server.asked)) == (0, "zjreader: 0 articles added, 1 source not due yet\n", asked)


def test_a_source_is_read_no_more_often_than_was_said(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    run("add", url, "--every", "2h", "--user-agent", "Leser")
    assert run("update", url).err == "zjreader: 0 articles added, 1 source not due yet\n"
    run("sources", "set", url, "every=")
    assert run("update", url).err == "zjreader: 0 articles added, 1 known\n"
    assert [asked.headers["user-agent"] for asked in server.asked] == ["Leser", "Leser"]


def test_an_address_that_moved_for_good_is_asked_there(run: Run, server: Server) -> None:
    url = server.add("/old", redirect("/new", 301))
    server.add("/new", page(table(BRIDGE)))
    run("add", url)
    run("update")
    assert [asked.path for asked in server.asked] == ["/old", "/new", "/new"]
    assert url in run("sources").out


def test_a_server_that_says_nothing_of_its_state_is_known_by_its_bytes(run: Run, server: Server) -> None:
    run("add", server.add("/news.jsonl", page(table(BRIDGE))))
    assert run("update").err == "zjreader: 0 articles added, 1 file unchanged\n"


def test_what_was_said_of_an_address_is_heeded(run: Run, server: Server) -> None:
    body = table({"标题二": "北湖水位回落", "正文": "北湖水位今天回落。"}).encode("gb18030")
    url = server.add("/news.jsonl", page(body, Content_Type="text/plain; charset=utf-8"))
    run("add", url, "--encoding", "gb18030", "--section", "水务", "--map", "title=标题二")
    record = json.loads(run("list", "--jsonl").out)
    assert (record["title"], record["section"]) == ("北湖水位回落", "水务")


def test_a_password_is_shown_nowhere(run: Run, server: Server) -> None:
    server.add("/news.jsonl?token=geheim", page(table(BRIDGE)))
    url = server.url("/news.jsonl?token=geheim").replace("//", "//lin:geheim@")
    shown = url.replace("geheim", "***")
    run("add", url, "--report", "/dev/stdout")
    del server.pages["/news.jsonl?token=geheim"]
    wrote = [run("update"), run("sources"), run("list", "--jsonl"), run("list", "--from", url), run("add", url)]
    assert not any("geheim" in ran.out + ran.err for ran in wrote)
    assert shown in run("sources").out
    assert run("remove", shown).code == 0


def test_a_round_shows_how_many_have_answered(run: Run, server: Server) -> None:
    urls = [server.add(f"/{n}", page(table({**BRIDGE, "title": f"第{n}条"}))) for n in range(3)]
    said = run("add", *urls, streams=Tty).err
    assert "0/3 1 article added" in said
    assert "2/3 3 articles added" in said


def test_an_archive_at_an_address_holds_its_members(run: Run, server: Server, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("a.jsonl", table(BRIDGE))
        archive.writestr("b.jsonl", table(SCHOOL))
    data = (tmp_path / "news.zip").read_bytes()
    run("add", server.add("/news.zip", page(data, ETag='"1"')))
    assert titles(run) == [SCHOOL["title"], BRIDGE["title"]]
    server.add("/news.zip", page("", 304))
    assert run("update").err == "zjreader: 0 articles added, 1 file unchanged\n"


def test_who_has_been_failing_for_days_is_said_with_the_day(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    run("add", url)
    server.add("/news.jsonl", page("", 500))
    run("update")
    assert "failed (HTTP 500)\t" in run("sources", "--problems").out
    run("update", now=NOON + timedelta(days=3))
    assert "failed (HTTP 500); since 2026-11-20\t" in run("sources", "--problems").out
    server.add("/news.jsonl", page(table(BRIDGE)))
    run("update")
    assert run("sources", "--problems").code == 1


def test_who_fell_silent_is_a_problem(run: Run, server: Server) -> None:
    rows: list[dict[str, object]] = [
        {"title": f"第{n}号井今日出水", "content": f"{n}：水打上来。", "date": f"2026-11-{n:02} 08:00"}
        for n in range(1, 9)
    ]
    run("add", server.add("/wells.jsonl", page(table(*rows))))
    assert "silent for 12 days\t" in run("sources", "--problems").out


def test_an_address_from_somebody_s_list_leads_into_no_private_network(
    run: Run, server: Server, tmp_path: Path
) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    opml = tmp_path / "list.opml"
    opml.write_text(f'<opml version="2.0"><body><outline type="rss" xmlUrl="{url}"/></body></opml>', "utf-8")
    run("import", "opml", opml)
    assert "127.0.0.1 lies in a private network; not asked" in run("update").err
    assert server.asked == []
    assert run("add", url).code == 0
    assert run("update").err == "zjreader: 0 articles added, 1 file unchanged\n"


FRONT = """<!doctype html><html><head><title>江城晚报</title>
<link rel="alternate" type="application/rss+xml" title="要闻" href="/feed.xml"></head>
<body><ul><li><a href="/1.html">城南老桥加固完工，今起恢复通行</a> 2026-04-10</li></ul></body></html>"""


def test_a_page_that_announces_feeds_offers_them(run: Run, server: Server) -> None:
    url = server.add("/", page(FRONT))
    said = f"zjreader: {url}: announces feeds, which can be added: {server.url('/feed.xml')}\n"
    assert said in run("add", url).err
    assert "announces" not in run("update").err
    server.add("/broken", page(""))
    assert "announces" not in run("add", server.url("/broken")).err


@pytest.mark.parametrize(
    ("word", "told"),
    [
        pytest.param("ftp://a.example/feed", "only http and https are read, not ftp://a.example/feed", id="FTP"),
        pytest.param("file:///etc/passwd", "only http and https are read, not file:///etc/passwd", id="a file's"),
        pytest.param("http:/a.example/feed", "http:/a.example/feed: is no address of the web", id="a slash too few"),
        pytest.param(
            "www.a.example/feed",
            "www.a.example/feed: no such file or folder; an address begins with https://",
            id="without a scheme",
        ),
        pytest.param(
            "a.example:8080/feed",
            "a.example:8080/feed: no such file or folder; an address begins with https://",
            id="with a port",
        ),
    ],
)
def test_what_is_an_address_and_cannot_be_read_is_no_path_of_a_missing_file(run: Run, word: str, told: str) -> None:
    ran = run("add", word)
    assert (ran.code, ran.err) == (2, f"zjreader: {told}\n")
    assert run("list", "--from", word).err == ran.err
    assert run("sources").code == 1


def test_the_scheme_of_feeds_leads_to_the_address_behind_it(run: Run, server: Server) -> None:
    url = server.add("/news.jsonl", page(table(BRIDGE)))
    run("add", url.replace("http:", "feed:"))
    assert run("sources").out.startswith(f"{url}\t")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(" \n", "nothing to read in it", id="blanks"),
        pytest.param('{"error":"not found"}\n', "a record without title and text, skipped", id="an error in JSON"),
        pytest.param("<html><h1>系统错误</h1><p>请稍后再试。</p></html>", "neither an article", id="an error in HTML"),
        pytest.param("<br />\n<b>Warning</b>: mysql_connect()", "neither an article", id="a program's complaint"),
    ],
)
def test_an_answer_of_which_nothing_comes_is_a_problem_of_the_source(
    run: Run, server: Server, body: str, told: str
) -> None:
    url = server.add("/feed", page(table(BRIDGE)))
    run("add", url)
    server.add("/feed", page(body))
    run("update")
    assert told in run("sources", "--problems").out
    assert titles(run) == [BRIDGE["title"]]
    server.add("/feed", page(table(BRIDGE)))
    run("update")
    assert run("sources", "--problems").code == 1


def test_a_password_is_not_asked_about(run: Run, server: Server) -> None:
    server.add("/news.jsonl?key=geheim", page(table(BRIDGE)))
    url = server.url("/news.jsonl?key=geheim")
    run("add", url)
    assert "delete 1 article of " in (said := run("remove", url, "--purge", stdin=b"n\n", streams=Tty).err)
    assert "geheim" not in said
