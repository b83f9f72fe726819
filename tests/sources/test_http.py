"""Addresses become documents, whatever a server does; one that misbehaves is told as such and holds up no other."""

import gzip
import ssl
import subprocess
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import servers
from tests.servers import Server, bomb, head, page, redirect, sending, serving, validated
from zjreader.article import UNSAID, Document, Problem, Reach
from zjreader.sources.addresses import Place
from zjreader.sources.http import fetched
from zjreader.sources.request import Answer, Limits, Network, Request, typed
from zjreader.text.clean import Clean

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)
QUICK = Limits(connect=5, total=0.5, most_bytes=2 << 20)
PATIENT = Limits(most_bytes=2 << 20)
NEWS = "城南老桥加固完工\n\n经过三个月的加固，城南老桥今起恢复通行。\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    with serving() as running:
        yield running


def answers(*urls: str, limits: Limits = PATIENT, environ: Mapping[str, str] = {}) -> dict[str, Answer]:
    network = Network(environ, lambda: NOW, limits)
    return {each.request.address: each for each in fetched([typed(Clean(url)) for url in urls], network)}


def answer(url: str, limits: Limits = PATIENT) -> Answer:
    return answers(url, limits=limits)[url]


def told(url: str, limits: Limits = PATIENT) -> str:
    came = answer(url, limits).came
    assert isinstance(came, Problem)
    assert came.unreadable
    return came.what


def document(given: Answer) -> Document:
    assert isinstance(given.came, Document), given.came
    return given.came


def text(given: Answer) -> str:
    with document(given).open() as stream:
        return stream.read().decode()


def test_a_page_becomes_a_document(server: Server) -> None:
    server.add("/moved", redirect("/news?p=2", 301))
    server.add("/news?p=2", page(NEWS, Content_Type="text/plain; charset=UTF-8"))
    found = answer(server.url("/moved"))
    assert (text(found), document(found).source, document(found).charset) == (NEWS, server.url("/moved"), "utf-8")
    assert (document(found).url, document(found).base) == (server.url("/news?p=2"), NOW)
    assert found.reach.moved == server.url("/news?p=2")


def test_it_is_asked_politely(server: Server) -> None:
    url = server.add("/news", page(NEWS))
    named = UNSAID._replace(user_agent=Clean("Reader/2"))
    list(fetched([typed(Clean(url)), typed(Clean(url), named)], Network({}, lambda: NOW)))
    assert sorted(asked.headers["user-agent"] for asked in server.asked) == ["Reader/2", "zjreader/0.1.0"]
    assert {asked.headers["host"] for asked in server.asked} == {f"127.0.0.1:{server.port}"}


def test_a_redirect_in_hanzi_is_followed(server: Server) -> None:
    server.add("/old", sending(head(301, Location="/新闻?页=2")))
    server.add("/%E6%96%B0%E9%97%BB?%E9%A1%B5=2", page(NEWS))
    assert text(answer(server.url("/old"))) == NEWS


BAD = {
    "stalls": (servers.stalling, "did not answer in time"),
    "one byte at a time": (servers.dripping, "did not answer in time"),
    "endless": (servers.endless, "is larger than 2 MB, stopped"),
    "shorter than it said": (sending(head(Content_Length=900) + b"..."), "broke off before its end"),
    "closes at once": (sending(b""), "broke off before its end"),
    "speaks no HTTP": (sending(b"220 ready\r\n"), "broke off before its end"),
    "redirects to itself": (redirect("/bad"), "redirects again and again"),
    "redirects to a file": (redirect("file:///etc/passwd"), "leads to file:///etc/passwd, which is not fetched"),
    "redirects into a private network": (redirect("http://10.0.0.1/"), "10.0.0.1 lies in a private network; not asked"),
    "redirects to another port here": (
        redirect("http://127.0.0.1:1/"),
        "127.0.0.1 lies in a private network; not asked",
    ),
    "redirects to a number in disguise": (redirect("http://0x7f.1/"), "0x7f.1 lies in a private network; not asked"),
    "redirects nowhere": (page("", 302), "answered with nothing to read (HTTP 302)"),
    "swells": (bomb(64 << 20), "is larger than 2 MB, stopped"),
    "calls gzip what is none": (page(NEWS, Content_Encoding="gzip"), "damaged here, not read further"),
    "unchanged though never read": (page("", 304), "answered with nothing to read (HTTP 304)"),
    "too many requests": (page("", 429), "is too busy now (HTTP 429)"),
    "wants a login": (page("", 403), "wants a login (HTTP 403)"),
    "not there": (page("", 410), "is not there (HTTP 410)"),
    "says nothing": (page(""), "answered with nothing to read (HTTP 200)"),
    "fails": (page("", 500), "failed (HTTP 500)"),
}
PASSING = {
    *("stalls", "one byte at a time", "shorter than it said", "closes at once", "speaks no HTTP"),
    *("too many requests", "fails", "says nothing"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_answer_is_told_as_what_it_is(server: Server, name: str) -> None:
    behaves, what = BAD[name]
    limits = QUICK if behaves in {servers.stalling, servers.dripping} else PATIENT
    given = answer(server.add("/bad", behaves), limits)
    assert isinstance(given.came, Problem)
    assert (given.came.what, given.passing) == (what, name in PASSING)


def test_bad_answers_hold_up_no_other(server: Server) -> None:
    with serving() as bad:
        urls = [bad.add(f"/{number}", behaves) for number, (behaves, _what) in enumerate(BAD.values())]
        came = answers(server.add("/news", page(NEWS)), *urls, limits=QUICK._replace(per_host=16))
    assert text(came[server.url("/news")]) == NEWS
    assert {url for url, each in came.items() if isinstance(each.came, Problem)} == set(urls)


def asking(place: Place, *rounds: Sequence[str]) -> Network:
    """A network on which each asking for a name gets the next of these answers."""
    left = iter(rounds)

    async def resolve(asked: Place) -> Sequence[str]:
        assert asked == place
        return next(left)

    return Network({}, lambda: NOW, PATIENT, resolve)


def test_a_name_that_resolves_to_loopback_the_second_time_is_not_asked(server: Server) -> None:
    server.add("/", redirect("/secret"))
    server.add("/secret", page(NEWS))
    url = Clean(server.url("/", "rebinding.example"))
    network = asking(Place("rebinding.example", server.port), ["127.0.0.1"], ["127.0.0.1"])
    (trusted,) = fetched([typed(url)], network)
    assert (text(trusted), trusted.reach.private) == (NEWS, True)
    server.asked.clear()
    network = asking(Place("rebinding.example", server.port), ["127.0.0.1"])
    (refused,) = fetched([Request(url)], network)
    assert isinstance(refused.came, Problem)
    assert refused.came.what == "rebinding.example lies in a private network; not asked"
    assert not refused.reach.private
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(server: Server) -> None:
    server.add("/", page(NEWS))
    url = Clean(server.url("/", "news.example"))
    network = asking(Place("news.example", server.port), ["127.0.0.1"])  # a second asking would fail
    (found,) = fetched([typed(url)], network)
    assert text(found) == NEWS
    assert [asked.headers["host"] for asked in server.asked] == [f"news.example:{server.port}"]


def test_a_host_is_asked_at_its_next_number_where_the_first_does_not_answer(server: Server) -> None:
    server.add("/", page(NEWS))
    network = asking(Place("news.example", server.port), ["127.0.0.2", "127.0.0.1"])
    (found,) = fetched([typed(Clean(server.url("/", "news.example")))], network)
    assert text(found) == NEWS


@pytest.mark.usefixtures("server")
def test_a_name_that_nobody_knows_is_said() -> None:
    async def resolve(_place: Place) -> Sequence[str]:
        raise OSError(None, "no such name")

    (found,) = fetched([Request(Clean("http://nobody.example/"))], Network({}, lambda: NOW, PATIENT, resolve))
    assert isinstance(found.came, Problem)
    assert found.came.what.startswith("could not be reached: ")
    assert found.passing


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("host", ["a" * 70 + ".example", ".example"])
def test_a_host_that_can_have_no_name_is_said(host: str) -> None:
    url = f"http://{host}/"
    assert told(url).startswith(("could not be reached: ", "leads to "))
    assert not answer(url).passing


@pytest.mark.usefixtures("server")
def test_a_port_at_which_nobody_listens_is_said() -> None:
    assert told("http://127.0.0.1:1/") == "could not be reached: nobody answers at this port"


def again(given: Answer) -> Request:
    return given.request._replace(stamp=document(given).stamp)


def test_what_did_not_change_is_not_sent_again(server: Server) -> None:
    url = server.add("/news", validated(NEWS, '"1"'))
    first = answer(url)
    (second,) = fetched([again(first)], Network({}, lambda: NOW))
    assert document(second).stamp == document(first).stamp
    assert text(second) == ""
    server.add("/news", validated("别的", '"2"'))
    (third,) = fetched([again(first)], Network({}, lambda: NOW))
    assert document(third).stamp != document(first).stamp
    assert text(third) == "别的"


def test_a_server_that_gives_the_same_bytes_another_name_is_not_believed(server: Server) -> None:
    first = answer(server.add("/news", page(NEWS, ETag='"1"')))
    server.add("/news", page(NEWS, ETag='"2"', Last_Modified="Sun, 12 Apr 2026 08:00:00 GMT"))
    (second,) = fetched([again(first)], Network({}, lambda: NOW))
    assert document(second).stamp == document(first).stamp


def test_who_wants_to_be_left_alone_says_until_when(server: Server) -> None:
    found = answer(server.add("/busy", page("", 503, Retry_After="120")))
    assert found.reach.wait_until == "2026-04-12T08:02:00+00:00"


def test_an_address_that_moved_for_good_is_asked_where_it_lies_now(server: Server) -> None:
    server.add("/new", page(NEWS))
    url = Clean(server.add("/old", page("", 404)))
    (found,) = fetched([typed(url)._replace(reach=Reach(Clean(server.url("/new"))))], Network({}, lambda: NOW))
    assert (text(found), document(found).address) == (NEWS, url)
    del server.pages["/new"]
    (lost,) = fetched([typed(url)._replace(reach=Reach(Clean(server.url("/new"))))], Network({}, lambda: NOW))
    assert lost.reach.moved is None


def test_an_address_is_not_moved_by_a_redirect_that_is_not_for_good(server: Server) -> None:
    server.add("/a", redirect("/b", 302))
    server.add("/b", redirect("/c", 301))
    server.add("/c", page(NEWS))
    assert answer(server.url("/a")).reach.moved is None
    server.add("/a", redirect("/b", 308))
    server.add("/b", redirect("/c", 307))
    assert answer(server.url("/a")).reach.moved == server.url("/b")


def test_a_password_goes_to_its_own_server_alone_and_is_shown_nowhere(server: Server) -> None:
    with serving() as other:
        server.add("/feed", redirect(server.url("/here")))
        server.add("/here", redirect(f"http://127.0.0.1:{server.port}/there"))
        server.add("/there", page(NEWS))
        url = server.url("/feed?token=geheim").replace("127.0.0.1", "lin:geheim@127.0.0.1")
        server.pages["/feed?token=geheim"] = server.pages["/feed"]
        found = document(answer(url))
        assert all(asked.headers["authorization"].startswith("Basic ") for asked in server.asked)
        assert found.address == f"http://lin:***@127.0.0.1:{server.port}/feed?token=***"
        assert found.url == server.url("/there")
        server.pages["/feed?token=geheim"] = redirect(f"http://127.0.0.1:{other.port}/")
        (lost,) = fetched([typed(Clean(url))], Network({}, lambda: NOW))
        assert isinstance(lost.came, Problem)
        assert "geheim" not in lost.came.about
        assert other.asked == []


def test_a_proxy_is_asked_for_what_lies_outside(server: Server) -> None:
    server.add("http://news.example/feed", page(NEWS))
    environ = {"http_proxy": f"127.0.0.1:{server.port}", "no_proxy": "127.0.0.1"}
    direct = server.add("/direct", page("直接"))
    came = answers("http://news.example/feed", direct, "http://localhost.localhost/", environ=environ)
    assert text(came["http://news.example/feed"]) == NEWS
    assert text(came[direct]) == "直接"
    assert sorted(asked.path for asked in server.asked) == [
        "/direct",
        "http://localhost.localhost/",
        "http://news.example/feed",
    ]


def test_no_proxy_is_led_into_a_private_network(server: Server) -> None:
    server.add("http://news.example/feed", redirect("http://10.0.0.1/"))
    came = answers("http://news.example/feed", environ={"HTTP_PROXY": server.url("")})["http://news.example/feed"].came
    assert isinstance(came, Problem)
    assert came.what == "10.0.0.1 lies in a private network; not asked"


def test_no_host_is_asked_more_often_at_once_than_is_polite(server: Server) -> None:
    urls = [server.add(f"/{number}", page(NEWS)) for number in range(40)]
    assert all(text(each) == NEWS for each in answers(*urls).values())
    assert 1 <= server.most_at_once <= Limits().per_host


def test_who_stops_taking_stops_what_is_under_way(server: Server) -> None:
    good, bad = server.add("/news", page(NEWS)), server.add("/bad", servers.stalling)
    coming = fetched([typed(Clean(good)), *(typed(Clean(f"{bad}?{n}")) for n in range(3))], Network({}, lambda: NOW))
    server.pages.update({f"/bad?{n}": servers.stalling for n in range(3)})
    assert text(next(coming)) == NEWS
    coming.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that only its own file vouches for, with its key."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    words = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1"
    words += f" -addext subjectAltName=IP:127.0.0.1,DNS:news.example -keyout {path} -out {path}.crt"
    try:
        subprocess.run(words.split(), check=True, capture_output=True)
    except OSError:
        pytest.skip("needs openssl")
    with path.open("ab") as file:
        file.write(Path(f"{path}.crt").read_bytes())
    return path


def by_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.mark.usefixtures("server")
def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    with serving(by_tls(certificate)) as tls:
        tls.add("/", page(NEWS))
        assert told(tls.url()).startswith("is not safe to talk to: ")
        assert tls.asked == []


def test_a_certificate_has_to_be_of_the_name_that_was_asked(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(by_tls(certificate)) as tls:
        tls.add("/", page(NEWS))
        for name, reached in (("news.example", True), ("other.example", False)):
            url = Clean(tls.url("/", name))
            (found,) = fetched([typed(url)], asking(Place(name, tls.port), ["127.0.0.1"]))
            assert isinstance(found.came, Document) is reached
        assert text(answer(tls.url())) == NEWS


@pytest.mark.usefixtures("server")
def test_nothing_else_than_an_address_is_fetched() -> None:
    for word in ("file:///etc/passwd", "http:///feed", "http://[::1/feed", "http://127.0.0.1:99999/feed"):
        assert told(word) == "is no address of the web"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_was_packed_for_the_way_is_unpacked(server: Server, encoding: str) -> None:

    brotli = pytest.importorskip("brotli")
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    assert text(answer(server.add("/news", page(pack(NEWS.encode()), Content_Encoding=encoding)))) == NEWS
