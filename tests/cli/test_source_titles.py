"""A source bears its own title until a person names it: in `sources`, on the screen, in OPML."""

import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Run
from tests.cli.test_network import BRIDGE, table
from tests.parse.feeds import TEXT, atom, element, item, json_feed, rss
from tests.servers import Page, Server, page, serving, validated
from zjreader.cli import errands
from zjreader.cli.process import Process
from zjreader.keeping import LONGEST_TITLE
from zjreader.text.clean import Clean

HEADLINES = (
    "城南老桥加固完工 今起恢复通行",
    "北湖小学新校舍启用 九百名学生搬进新教室",
    "城东河堤加高半尺 赶在汛期以前完工",
)
LINES = "".join(
    f'<li><a href="/2026/04/{n}.html">{title}</a> 2026-04-1{n}</li>' for n, title in enumerate(HEADLINES, start=1)
)
LIST = f"<!doctype html><html><head><title>要闻_江城晚报</title></head><body><ul>{LINES}</ul></body></html>"
ARTICLE = f"<html><head><title>{HEADLINES[0]}_江城晚报</title></head><body><h1>{HEADLINES[0]}</h1>{TEXT}</body></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def names(run: Run) -> list[str]:
    return [line.split("\t")[1] for line in run("sources").out.splitlines()]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(rss(item(), title="城建新闻"), "城建新闻", id="RSS"),
        pytest.param(atom(element("title", HEADLINES[0])), "城建新闻", id="Atom"),
        pytest.param(json_feed({"title": HEADLINES[0]}), "城建新闻", id="JSON Feed"),
        pytest.param(rss(title="尚无消息"), "尚无消息", id="a feed without entries"),
        pytest.param(rss(item(), title=""), "", id="a feed without a title"),
        pytest.param(LIST, "要闻_江城晚报", id="a list page"),
        pytest.param(ARTICLE, HEADLINES[0], id="the page of an article"),
        pytest.param(table(BRIDGE), "", id="a table"),
    ],
)
def test_a_source_is_called_as_it_calls_itself(run: Run, server: Server, body: str, name: str) -> None:
    run("add", server.add("/", page(body)))
    assert names(run) == [name]


def test_a_file_is_so_too_and_a_folder_is_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(rss(item()), "utf-8")
    run("add", tmp_path / "feed.xml")
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "feed.xml").write_text(rss(item()), "utf-8")
    run("add", tmp_path / "saved")
    assert names(run) == ["城建新闻", ""]


def test_its_own_name_is_followed_until_a_person_gives_one_and_after_that_is_taken_back(
    run: Run, server: Server
) -> None:
    url = server.add("/feed", page(rss(item(), title="城建新闻")))
    run("add", url)
    server.add("/feed", page(rss(item(), title="江城建设")))
    run("update")
    assert names(run) == ["江城建设"]
    run("sources", "set", url, "name=老桥")
    server.add("/feed", page(rss(item(), title="江城规划")))
    run("update")
    assert names(run) == ["老桥"]
    run("sources", "set", url, "name=")
    assert names(run) == ["江城规划"]


@pytest.mark.parametrize(
    "becomes",
    [
        pytest.param(page("", 500), id="it fails"),
        pytest.param(page("", 304), id="it is unchanged"),
        pytest.param(page(rss(item(), title="")), id="it says nothing of itself"),
        pytest.param(page("<html><head><title>请登录</title></head><body></body></html>"), id="it cannot be read"),
    ],
)
def test_it_keeps_its_name_while(run: Run, server: Server, becomes: Page) -> None:
    run("add", server.add("/feed", validated(rss(item()), '"1"')))
    server.add("/feed", becomes)
    run("update")
    assert names(run) == ["城建新闻"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("城建\x1b[2J\u202e新闻\n\t晚报", "城建[2J新闻 晚报", id="what commands a terminal"),
        pytest.param("城" * 5000, "城" * (LONGEST_TITLE - 1) + "…", id="one that is a text"),
    ],
)
def test_a_hostile_title_commands_nobody(run: Run, server: Server, title: str, name: str) -> None:
    run("add", server.add("/feed", page(rss(item(), title=title))))
    (shown,) = names(run)
    assert (shown, [sign for sign in shown if unicodedata.category(sign) == "Cc"]) == (name, [])


def test_two_with_one_title_are_told_apart_on_the_screen(run: Run, server: Server, tmp_path: Path) -> None:
    server.add("/1?key=geheim", page(rss(item())))
    urls = [server.url("/1?key=geheim"), server.add("/2", page(rss(item()))), server.add("/3", page(table(BRIDGE)))]
    run("add", *urls)
    assert screen_names(tmp_path) == [f"城建新闻 · {server.url('/1?key=***')}", f"城建新闻 · {urls[1]}", None]
    run("sources", "set", urls[1], "name=老桥")
    assert screen_names(tmp_path) == ["城建新闻", "老桥", None]


def screen_names(tmp_path: Path) -> Sequence[Clean | None]:
    home = {"ZJREADER_HOME": str(tmp_path / "home")}
    return [each.name for each in errands.listed(Process(BytesIO(), BytesIO(), BytesIO(), home, lambda: NOON))]


def test_other_programs_are_told_the_name(run: Run, server: Server) -> None:
    run("add", server.add("/feed", page(rss(item(), title="城建 & 规划"))))
    assert 'text="城建 &amp; 规划"' in run("export", "opml", "-").out


def test_one_without_a_name_goes_and_comes_without_one(run: Run, server: Server, tmp_path: Path) -> None:
    server.add("/news?token=geheim", page(table(BRIDGE)))
    url = server.url("/news?token=geheim")
    run("add", url)
    ran = run("export", "opml", tmp_path / "list.opml")
    assert ran.err == "zjreader: 1 address holds a password or token: show the file to nobody\n"
    exported = (tmp_path / "list.opml").read_text("utf-8")
    assert f'text="{url.replace("geheim", "***")}"' in exported
    assert f'xmlUrl="{url}"' in exported
    run("remove", url)
    run("import", "opml", tmp_path / "list.opml")
    assert names(run) == [""]


def test_a_source_is_meant_by_its_name_where_one_alone_bears_it(run: Run, server: Server) -> None:
    first, second = (server.add(f"/{n}", page(rss(item()))) for n in range(2))
    run("add", first)
    assert run("update", "城建新闻").code == 0
    run("add", second)
    assert run("update", "城建新闻").code == 1
    run("sources", "set", second, "name=城建新闻")
    run("remove", "城建新闻")
    assert run("sources").out.startswith(first)
    assert run("update", "老桥").code == 1
