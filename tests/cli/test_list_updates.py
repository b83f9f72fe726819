"""A list page that is read again: the same links are the same articles, whatever the page looks like by then."""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from tests.cli.conftest import NOON, Run
from tests.parse.list_shapes import ADDRESSED, ENTRIES, SHAPES, SITE, Entry
from tests.servers import Server, page, serving

CHANGED = [ENTRIES[0]._replace(title="城南老桥加固完工 提前恢复通行"), *ENTRIES[1:]]
NEW = Entry("早班轮渡恢复对开 江上又听见汽笛", "2026/0306/0001.html", "2026-03-06")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def offer(server: Server, shape: str, entries: Sequence[Entry]) -> str:
    """A list page of these entries at the same address, its links on the same server."""
    html = SHAPES[shape](entries).replace(SITE, server.url()).replace('"//news.example.com/', f'"{server.url()}')
    return server.add("/list.html", page(html))


def kept(run: Run, *query: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("list", *query, "--jsonl").out.splitlines()]


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - set(ADDRESSED)))
def test_the_same_links_are_the_same_articles_in_whatever_shape(run: Run, server: Server, shape: str) -> None:
    run("add", offer(server, "a list with dates", ENTRIES))
    before = kept(run)
    offer(server, shape, ENTRIES)
    assert run("update").err.startswith("zjreader: 0 articles added, ")
    assert {each["id"]: each["title"] for each in kept(run)} == {each["id"]: each["title"] for each in before}


def test_a_changed_headline_is_a_version(run: Run, server: Server) -> None:
    run("add", offer(server, "a list with dates", ENTRIES))
    offer(server, "a list with dates", CHANGED)
    run("update")
    (changed,) = kept(run, "is:changed")
    assert (changed["title"], changed["versions"], len(kept(run))) == (CHANGED[0].title, 2, len(ENTRIES))


def test_what_is_new_is_added_and_what_went_stays(run: Run, server: Server) -> None:
    run("add", offer(server, "a list with dates", ENTRIES))
    offer(server, "a list with dates", [NEW, *reversed(ENTRIES[:-3])])
    assert run("update").err == f"zjreader: 1 article added, {len(ENTRIES) - 3} known\n"
    assert {each["title"] for each in kept(run)} == {each.title for each in [NEW, *ENTRIES]}


def test_hours_that_pass_change_no_article(run: Run, server: Server) -> None:
    for hours in (1, 30):
        rows = (
            f'<li><a href="/{each.path[-9:]}?id=20{number}">{each.title}</a> <i>{hours}小时前</i></li>'
            for number, each in enumerate(ENTRIES)
        )
        url = server.add("/list.html", page(f"<ul>{''.join(rows)}</ul>"))
        if hours == 1:
            run("add", url)
            before = kept(run)
    run("update", now=NOON + timedelta(hours=29))
    assert kept(run) == before
    assert {each["published"] for each in before} == {"2026-11-20T11:00+08:00"}


def test_a_page_that_says_to_come_back_later_takes_nothing_away(run: Run, server: Server) -> None:
    run("add", offer(server, "a list with dates", ENTRIES))
    server.add("/list.html", page("<p>系统维护中，请稍后再来。</p>"))
    ran = run("update")
    assert "neither an article nor a list of headlines found in it" in ran.err
    assert len(kept(run)) == len(ENTRIES)
