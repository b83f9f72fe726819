"""`import` and `export`: what other programs know of is read from here, and the other way round."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import NOON, Run
from zjreader.cli.main import main
from zjreader.cli.process import Process

LIST = """<opml version="2.0"><body>
<outline text="地方"><outline text="江城早报" xmlUrl="https://a.example/feed"/></outline>
<outline text="河西晚报" xmlUrl="https://b.example/feed"/>
<outline text="河西晚报" xmlUrl="http://b.example/feed"/>
<outline text="按一下" xmlUrl="javascript:alert(1)"/>
</body></opml>
"""


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    path = tmp_path / "list.opml"
    path.write_text(LIST, "utf-8")
    return path


def listed(run: Run) -> list[tuple[str, str, str]]:
    """Address, name and settings of each source."""
    rows = (line.split("\t") for line in run("sources").out.splitlines())
    return [(row[0], row[1], row[7]) for row in rows]


def test_what_a_list_names_is_a_source_that_was_not_read_yet(run: Run, opml: Path) -> None:
    ran = run("import", "opml", opml)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        f"zjreader: {opml}:5: only http and https are read, not javascript:alert(1)",
        "zjreader: 2 new sources, 1 listed twice, 1 refused",
    ]
    assert listed(run) == [
        ("https://a.example/feed", "江城早报", "'section=地方'"),
        ("https://b.example/feed", "河西晚报", ""),
    ]
    assert run("sources").out.split("\t")[2:6] == ["0", "0", "", ""]
    assert run("import", "opml", opml, "--strict").code == 2


def test_what_is_read_from_already_keeps_its_settings(run: Run, opml: Path) -> None:
    run("import", "opml", "-", stdin="https://www.b.example/feed 别处\nhttp://b.example/feed 本地\n".encode())
    run("sources", "set", "http://b.example/feed", "section=西岸")
    assert run("import", "opml", opml).err.endswith("1 new source, 1 known source, 1 listed twice, 1 refused\n")
    assert ("http://b.example/feed", "本地", "'section=西岸'") in listed(run)
    assert run("import", "opml", opml).code == 0


def test_a_source_that_was_removed_is_a_new_one(run: Run, opml: Path) -> None:
    run("import", "opml", opml)
    run("remove", "https://a.example/feed")
    assert [address for address, *_said in listed(run)] == ["https://b.example/feed"]
    assert "1 new source, 1 known source" in run("import", "opml", opml).err
    assert len(listed(run)) == 2


def test_what_is_exported_is_imported_elsewhere_as_it_was(run: Run, opml: Path, page: Path, tmp_path: Path) -> None:
    run("import", "opml", opml)
    before = listed(run)
    assert run("export", "opml", "-").err == ""
    run("add", page)
    ran = run("export", "opml", tmp_path / "out.opml")
    assert (ran.code, ran.out, ran.err) == (0, "", "zjreader: 1 source has no web address, left out\n")
    assert run("export", "opml", "-").out == (tmp_path / "out.opml").read_text("utf-8")
    for address, *_said in listed(run):
        run("remove", address)
    run("import", "opml", tmp_path / "out.opml")
    assert sorted(listed(run)) == sorted(before)


def test_a_library_without_web_addresses_gives_an_empty_list(run: Run, page: Path) -> None:
    run("add", page)
    ran = run("export", "opml", "-")
    assert (ran.code, "<body>\n</body>" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "stdin", "code"),
    [
        pytest.param(["import"], "", 2, id="nothing said"),
        pytest.param(["import", "opml"], "", 2, id="no file"),
        pytest.param(["import", "opml", "a", "b"], "", 2, id="two files"),
        pytest.param(["import", "omlp", "-"], "", 2, id="no such kind"),
        pytest.param(["export", "mraks", "-"], "", 2, id="no such kind to write"),
        pytest.param(["import", "opml", "gone.opml"], "", 3, id="no such file"),
        pytest.param(["import", "opml", "-"], "\n", 3, id="no address"),
        pytest.param(["import", "opml", "-"], "file:///etc/passwd", 3, id="none that is read"),
        pytest.param(["import", "marks", "gone.jsonl"], "", 3, id="no such file of marks"),
        pytest.param(["import", "marks", "-"], "{}\n", 3, id="no marks"),
        pytest.param(["import", "all", "gone.zip"], "", 3, id="no such archive"),
        pytest.param(["import", "all", "-"], "江城早报", 3, id="no archive"),
        pytest.param(["export", "opml", "gone/out.opml"], "", 4, id="nowhere to write to"),
    ],
)
def test_what_cannot_be_exchanged_is_told(run: Run, words: list[str], stdin: str, code: int) -> None:
    ran = run(*words, stdin=stdin.encode())
    assert (ran.code, ran.out, ran.err.startswith("zjreader: ")) == (code, "", True)


def test_marks_go_to_another_machine(run: Run, page: Path, tmp_path: Path) -> None:
    elsewhere = {"ZJREADER_HOME": str(tmp_path / "elsewhere")}
    run("add", page)
    run("mark", "star", "修表铺")
    run("mark", "label:选题", "--all")
    assert run("export", "marks", tmp_path / "marks.jsonl").code == 0
    assert run("export", "marks", "-").out == (tmp_path / "marks.jsonl").read_text("utf-8")
    ran = run("import", "marks", tmp_path / "marks.jsonl", environ=elsewhere)
    assert (ran.code, ran.out, ran.err) == (0, "", "zjreader: 3 new marks\n")
    assert run("import", "marks", tmp_path / "marks.jsonl", environ=elsewhere).err == "zjreader: 0 new marks\n"
    run("add", page, environ=elsewhere)
    for query in ("is:starred", "label:选题"):
        assert run("list", query, environ=elsewhere).out == run("list", query).out != ""


def test_the_states_of_a_list_are_taken_as_marks(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    run("mark", "read", "修表铺")
    listed = run("list", "--jsonl", "--full").out
    elsewhere = {"ZJREADER_HOME": str(tmp_path / "elsewhere")}
    assert run("import", "marks", "-", stdin=listed.encode(), environ=elsewhere).err == "zjreader: 1 new mark\n"
    run("add", page, environ=elsewhere)
    assert run("list", "is:read", "-f", "ids", environ=elsewhere).out == run("list", "is:read", "-f", "ids").out


def test_what_is_taken_is_taken_back_at_once(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    marks = run("list", "--jsonl").out.replace('"starred":false', '"starred":true')
    run("import", "marks", "-", stdin=marks.encode())
    assert run("count", "is:starred").out == "2\n"
    run("undo")
    assert run("count", "is:starred").code == 1


def test_where_nothing_is_marked_there_is_nothing_to_write(run: Run) -> None:
    assert (run("export", "marks", "-").code, run("export", "marks", "-").out) == (1, "")
    assert run("import", "marks", "-").err == "zjreader: 0 new marks\n"


def test_everything_goes_to_another_machine(run: Run, page: Path, opml: Path, tmp_path: Path) -> None:
    elsewhere, archive = {"ZJREADER_HOME": str(tmp_path / "elsewhere")}, tmp_path / "all.zip"
    run("add", page)
    run("import", "opml", opml)
    run("mark", "star", "修表铺")
    assert run("export", "all", archive).err == "zjreader: 1 source has no web address, left out\n"
    ran = run("import", "all", archive, environ=elsewhere)
    assert (ran.code, ran.err) == (0, "zjreader: 2 articles added, 1 new mark, 2 new sources\n")
    for words in (["show", "三项新政"], ["list", "-f", "ids"], ["list", "is:starred"], ["export", "marks", "-"]):
        assert run(*words, environ=elsewhere).out == run(*words).out
    assert run("export", "opml", "-", environ=elsewhere).out == run("export", "opml", "-").out
    offline = {**elsewhere, "ALL_PROXY": "http://127.0.0.1:1"}
    assert run("update", environ=offline).err.endswith("zjreader: 0 articles added, 2 sources failed\n")


def test_an_archive_taken_twice_adds_nothing(run: Run, page: Path, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    run("add", page)
    run("export", "all", archive)
    assert run("import", "all", archive).err == "zjreader: 0 articles added\n"


def test_what_in_an_archive_cannot_be_read_is_told_and_the_rest_is_taken(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    with ZipFile(archive, "w") as file:
        file.writestr("articles.jsonl", '{"title": "城南老桥恢复通行", "content": "加固用了三个月。"}\n{"title": ')
        with ZipFile(tmp_path / "inner.zip", "w") as inner:
            inner.writestr("a.txt", "其中之一")
        file.write(tmp_path / "inner.zip", "inner.zip")
    ran = run("import", "all", archive)
    assert (ran.code, "1 article added" in ran.err, len(ran.err.splitlines())) == (0, True, 2)


def test_an_archive_is_written_to_a_pipe_too(run: Run, page: Path) -> None:
    run("add", page)
    process_out = BytesIO()
    names = {"ZJREADER_HOME": str(page.parent / "home")}
    assert main(["export", "all", "-"], Process(BytesIO(), process_out, BytesIO(), names, lambda: NOON)) == 0
    with ZipFile(process_out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["articles.jsonl"]


def test_marks_and_sources_alone_are_everything_of_a_library_without_articles(
    run: Run, opml: Path, tmp_path: Path
) -> None:
    elsewhere, archive = {"ZJREADER_HOME": str(tmp_path / "elsewhere")}, tmp_path / "all.zip"
    run("import", "opml", opml)
    assert run("export", "all", archive).code == 0
    assert run("import", "all", archive, environ=elsewhere).err == "zjreader: 2 new sources\n"
