"""Settings: what a file says counts, what it gets wrong is told with its line, and what was written there stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.errors import LockedError, UsageError
from zjreader.library import settings_file
from zjreader.library.durable import lock
from zjreader.library.settings import DEFAULTS, SETTINGS, Settings, named
from zjreader.library.settings_file import document, get_value, load, set_value
from zjreader.text.clean import Clean, clean, clean_line


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(path: Path, text: str | bytes) -> tuple[Settings, list[tuple[int | None, str]]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, problems = load(path)
    assert all(problem.about == str(path) and not problem.unreadable for problem in problems)
    return settings, [(problem.line, problem.what) for problem in problems]


EVERYTHING = """timezone = "Asia/Shanghai"
state_dir = "~/同步/新闻"
[reading]
mark_read = "end"
dwell = 5
measure = 32
paragraphs = "apart"
line_breaks = "none"
han_latin_gap = true
[screen]
theme = "zjreader-paper"
profile = "newsboat"
ambiguous_width = 2
[ime]
enter = ["fcitx5-remote", "-o"]
leave = "fcitx5-remote -c"
[keys]
"mark.star" = "s,f2"
help = "f1"
"""

CHOSEN = Settings(
    mark_read="end",
    dwell=5.0,
    measure=32,
    paragraphs="apart",
    line_breaks="none",
    ambiguous_width="2",
    han_latin_gap=True,
    theme=Clean("zjreader-paper"),
    profile="newsboat",
    keys=((Clean("mark.star"), Clean("s,f2")), (Clean("help"), Clean("f1"))),
    ime_enter=("fcitx5-remote", "-o"),
    ime_leave=("fcitx5-remote", "-c"),
    timezone=Clean("Asia/Shanghai"),
    state_dir=Clean("~/同步/新闻"),
)


def test_every_setting_is_read(path: Path) -> None:
    assert read(path, EVERYTHING) == (CHOSEN, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + EVERYTHING, id="a byte order mark"),
        pytest.param(EVERYTHING.replace("\n", "\r\n"), id="the line ends of Windows"),
        pytest.param(EVERYTHING.replace('"mark.star"', "mark.star"), id="an act's name without quotes"),
    ],
)
def test_a_file_is_read_as_editors_leave_it(path: Path, text: str) -> None:
    assert read(path, text) == (CHOSEN, [])


def test_without_a_file_everything_is_as_it_comes(path: Path) -> None:
    assert load(path) == (DEFAULTS, ())
    path.touch()
    assert load(path / "below a file") == (DEFAULTS, ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            "mark_read = 'opened'", "reading.mark_read: is none of dwell open end never", id="an unknown word"
        ),
        pytest.param("dwell = -1", "reading.dwell: is not a number from 0 to 3600", id="too small"),
        pytest.param("dwell = nan", "reading.dwell: is not a number from 0 to 3600", id="no number"),
        pytest.param("dwell = true", "reading.dwell: is not a number from 0 to 3600", id="a truth for a number"),
        pytest.param("measure = 30.5", "reading.measure: is not a whole number from 20 to 40", id="a fraction"),
        pytest.param("measure = '30'", "reading.measure: is not a whole number from 20 to 40", id="a number in quotes"),
        pytest.param(
            "han_latin_gap = 1", "reading.han_latin_gap: is neither true nor false", id="a number for a truth"
        ),
        pytest.param(
            "screen.theme = 'x'", "reading.screen.theme: no such setting; did you mean screen.theme?", id="deep"
        ),
        pytest.param("dwel = 1", "reading.dwel: no such setting; did you mean reading.dwell?", id="a slip"),
        pytest.param("theme = 'x'", "reading.theme: no such setting; did you mean screen.theme?", id="wrong section"),
        pytest.param('"电头" = 1', "reading.电头: no such setting", id="nothing near"),
        pytest.param("[screen]\ntheme = ' '", "screen.theme: is not a text in quotes", id="an empty text"),
        pytest.param("[screen]\ntheme = 3", "screen.theme: is not a text in quotes", id="a number for a text"),
        pytest.param("[keys]\nhelp = ['f1']", "keys.help: is not a text in quotes", id="a list for keys"),
        pytest.param(
            "[ime]\nenter = 'a \"b'",
            "ime.enter: is not a program and its arguments, as a list of texts",
            id="a quotation mark without its partner",
        ),
        pytest.param(
            "[ime]\nenter = [1]", "ime.enter: is not a program and its arguments, as a list of texts", id="no text"
        ),
        pytest.param("measure = 三十", "is not TOML, or says something twice; passed over", id="no TOML"),
        pytest.param("measure ＝ 30", "is not TOML, or says something twice; passed over", id="a full-width sign"),
        pytest.param("measure = " + "9" * 5000, "is not TOML, or says something twice; passed over", id="5000 digits"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_costs_nothing_else(path: Path, line: str, told: str) -> None:
    settings, problems = read(path, f"# mine\n[reading]\nparagraphs = 'apart'\n\n{line}\n")
    assert problems == [(5 + line.count("\n"), told)]
    assert settings == DEFAULTS._replace(paragraphs="apart")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("timezone = 'Asia/Nowhere'", "timezone: is not a time zone, like Asia/Shanghai", id="unknown"),
        pytest.param("timezone = 'Asia'", "timezone: is not a time zone, like Asia/Shanghai", id="a folder of zones"),
        pytest.param("timezone = '/etc'", "timezone: is not a time zone, like Asia/Shanghai", id="a path"),
        pytest.param("timezone = 8", "timezone: is not a time zone, like Asia/Shanghai", id="a number"),
        pytest.param("state_dir = 'news'", "state_dir: is not a path that begins with / or ~/", id="relative"),
        pytest.param("reading = 3", "reading: no such setting", id="a section that is none"),
        pytest.param("reading = {dwell = 'x'}", "reading.dwell: is not a number from 0 to 3600", id="an inline table"),
        pytest.param("x = " + "[" * 3000, "is not TOML, or says something twice; passed over", id="3000 brackets"),
    ],
)
def test_a_mistake_at_the_top_is_told(path: Path, line: str, told: str) -> None:
    assert read(path, line) == (DEFAULTS, [(1, told)])


def test_several_mistakes_are_told_in_their_order(path: Path) -> None:
    settings, problems = read(path, "[reading]\ndwell = 'x'\nmeasure = \nmeasure = 30\n[screen\n[ime]\nleave = 3\n")
    assert [line for line, _told in problems] == [2, 3, 5, 7]
    assert settings == DEFAULTS._replace(measure=30)


def test_a_text_that_never_ends_costs_its_own_line(path: Path) -> None:
    settings, problems = read(path, "state_dir = '''/x\n[reading]\nmeasure = 30\n")
    assert (settings, problems) == (
        DEFAULTS._replace(measure=30),
        [(1, "is not TOML, or says something twice; passed over")],
    )


@pytest.mark.parametrize("typed", ["x", ""], ids=["another key", "the default"])
def test_an_act_whose_name_stands_without_quotes_is_changed_where_it_stands(path: Path, typed: str) -> None:
    path.write_text('[keys]\nmark.star = "s" # mine\nmark.undo = "U"\n')
    set_value(path, "keys.mark.star", typed)
    assert load(path)[0].keys == ((("mark.star", "x"),) if typed else ()) + (("mark.undo", "U"),)
    set_value(path, "keys.mark.undo.more", "y")
    assert get_value(load(path)[0], "keys.mark.undo.more") == "y"


def test_of_a_file_that_is_something_else_nothing_counts(path: Path) -> None:
    settings, problems = read(path, "measure = 30\n" + "这不是设置\n" * 30)
    assert (settings, len(problems)) == (DEFAULTS, 21)


def test_the_name_in_quotes_counts_where_an_act_has_two(path: Path) -> None:
    settings, problems = read(path, '[keys]\nmark.star = "s"\n"mark.star" = "x"\n')
    assert (settings.keys, problems) == (((Clean("mark.star"), Clean("x")),), [])


def test_a_file_of_another_encoding_is_told_with_the_line(path: Path) -> None:
    assert read(path, "[reading]\n# 设置\n".encode("gb18030")) == (
        DEFAULTS,
        [(2, "is not UTF-8, nothing of it counts")],
    )


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    path.mkdir()
    settings, [problem] = load(path)
    assert (settings, problem.what) == (DEFAULTS, "Is a directory")


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from([*EVERYTHING.splitlines(), "a = '''", "x = ["]))))
def test_any_file_is_settings_and_told_mistakes(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes("\n".join(lines).encode())
    settings, _problems = load(path)
    assert isinstance(settings, Settings)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LINES = TEXTS.map(clean_line).filter(bool)
CHOICES = st.builds(
    Settings,
    mark_read=st.sampled_from(["dwell", "open", "end", "never"]),
    dwell=st.floats(0, 3600),
    measure=st.integers(20, 40),
    ambiguous_width=st.sampled_from(["auto", "1", "2"]),
    han_latin_gap=st.booleans(),
    theme=LINES,
    keys=st.dictionaries(LINES, LINES, max_size=3).map(lambda keys: tuple(keys.items())),
    ime_enter=st.lists(TEXTS.map(clean), max_size=3).map(tuple),
    ime_leave=st.just(("a b", "c")),
    timezone=st.sampled_from([None, Clean("Asia/Taipei")]),
    state_dir=st.sampled_from([None, Clean("~/x"), Clean("/y z")]),
)


@given(CHOICES)
def test_what_is_shown_is_read_as_the_same(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> None:
    path = tmp_path_factory.getbasetemp() / "shown.toml"
    path.write_bytes(document(chosen).encode())
    settings, problems = load(path)
    assert (settings._replace(keys=()), problems) == (chosen._replace(keys=()), ())
    assert dict(settings.keys) == dict(chosen.keys)


@pytest.mark.parametrize("key", [*(setting.key for setting in SETTINGS), "keys.mark.star"])
def test_a_value_that_was_got_can_be_set(path: Path, key: str) -> None:
    typed = get_value(CHOSEN, key)
    assert typed is not None
    set_value(path, key, typed)
    settings, problems = load(path)
    assert (get_value(settings, key), problems) == (typed, ())


def test_a_template_chooses_nothing_and_names_everything(path: Path) -> None:
    text = document(template=True)
    assert read(path, text) == (DEFAULTS, [])
    assert all(f"# {setting.name} =" in text for setting in SETTINGS)


def test_what_a_person_wrote_stays_as_it_was_written(path: Path) -> None:
    mine = "# 我的设置\n\n[reading]   # 慢慢读\ndwell = 3 # 秒\n\n[screen]\ntheme = 'x'\n"
    path.write_text(mine, "utf-8")
    for key, typed in (("reading.measure", "30"), ("timezone", "Asia/Taipei"), ("keys.mark.star", "s,f2")):
        set_value(path, key, typed)
    text = path.read_text("utf-8")
    assert [line for line in mine.splitlines() if line not in text.splitlines()] == []
    assert load(path) == (
        DEFAULTS._replace(
            dwell=3.0,
            measure=30,
            theme=Clean("x"),
            timezone=Clean("Asia/Taipei"),
            keys=((Clean("mark.star"), Clean("s,f2")),),
        ),
        (),
    )


def test_an_empty_value_is_the_default_again(path: Path) -> None:
    set_value(path, "reading.measure", "30")
    set_value(path, "reading.measure", "")
    set_value(path, "screen.theme", "")
    assert load(path) == (DEFAULTS, ())
    assert "screen" not in path.read_text()


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        pytest.param("reading.measure", "wide", id="a word for a number"),
        pytest.param("reading.han_latin_gap", "maybe", id="neither true nor false"),
        pytest.param("measure", "30", id="without its section"),
        pytest.param("keys.", "x", id="an act without a name"),
    ],
)
def test_what_is_no_setting_is_not_written(path: Path, key: str, typed: str) -> None:
    with pytest.raises(UsageError):
        set_value(path, key, typed)
    assert not path.exists()


@pytest.mark.parametrize("text", [b"[reading", b"\xff", b"reading = 3\n"], ids=["no TOML", "no UTF-8", "no section"])
def test_a_file_that_is_not_understood_is_not_changed(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    with pytest.raises(UsageError):
        set_value(path, "reading.measure", "30")
    assert path.read_bytes() == text


def test_a_link_into_a_folder_of_dotfiles_stays_a_link(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "zjreader.toml"
    kept.parent.mkdir()
    kept.write_text("# mine\n")
    path.symlink_to(kept)
    set_value(path, "reading.measure", "30")
    assert path.is_symlink()
    assert kept.read_text().startswith("# mine\n")


def test_two_who_write_wait_for_each_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_file, "WAIT", 0.0)
    with lock(path.with_name(".config.toml.lock"), 1), pytest.raises(LockedError):
        set_value(path, "reading.measure", "30")


def test_what_was_not_chosen_has_no_value() -> None:
    assert get_value(DEFAULTS, "timezone") is None
    assert get_value(DEFAULTS, "keys.mark.star") is None


def test_a_name_is_clean_before_it_is_written() -> None:
    assert named("keys.a\udc80\x1b[0m").key == "keys.a\ufffd[0m"
