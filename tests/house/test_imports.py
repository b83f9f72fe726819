"""The house keeps its floors: what a run imports, what importing does, and where libraries are known."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.processes import unmeasured

SOURCE = Path(__file__).resolve().parents[2] / "src" / "zjreader"

OWNERS = {
    "cssselect": {"parse/selectors.py"},
    "feedparser": {"parse/xml_feed.py"},
    "jieba": {"text/words.py"},
    "httpx2": {"sources/http.py"},
    "lxml": {"parse/markup.py"},
    "msgspec": {"library/packing.py", "parse"},
    "numpy": {"corpus/building"},
    "platformdirs": {"library/paths.py"},
    "pyroaring": {"corpus/positions.py"},
    "regex": {"query/patterns.py"},
    "rjieba": {"text/words.py"},
    "rich": {"text/width.py", "tui"},
    "textual": {"tui"},
    "tomlkit": {"library/settings_file.py"},
    "zstandard": {"library/packing.py"},
}
"""Where each third-party library is known."""

INSIDE_FUNCTIONS = {
    "__main__.py": {"zjreader", "zjreader.cli.main"},  # --version loads nothing
    "cli/layout.py": {"shutil"},  # only a terminal has columns
    "cli/main.py": {"zjreader.cli", "zjreader.cli.bug"},  # each command is its own room, and 1 ms and more
    "cli/screen.py": {
        "zjreader",
        "zjreader.cli",
        "zjreader.keeping",
        "zjreader.tui.start",
    },  # the list; SQLite; Textual, 200 ms
    "cli/process.py": {"zoneinfo"},  # a zone that was chosen
    "formats/fields.py": {"difflib"},  # wrong usage
    "holdings.py": {"zjreader", "zjreader.library.library"},  # SQLite, numpy: the image is behind, earlier versions
    "guide/pages.py": {"importlib.resources"},  # the guide
    "library/database.py": {"importlib.resources"},  # the library opened
    "library/device.py": {"hashlib"},  # the first mark
    "library/paths.py": {"platformdirs"},  # 31 ms, where no home is named
    "library/setting_kinds.py": {"zoneinfo"},  # a zone that was chosen
    "library/settings.py": {"difflib"},  # a wrong name
    "library/settings_file.py": {"tomlkit", "tomlkit.exceptions"},  # 40 ms, where settings are written
    "library/toml_lines.py": {"tomllib"},  # settings that differ from the defaults
    "options.py": {"difflib"},  # wrong usage
    "parse/json_values.py": {"msgspec"},  # 30 ms, JSON
    "parse/worker.py": {"zjreader.parse.child"},  # 50 ms, pages and feeds
    "parse/xml_feed.py": {"feedparser"},  # 110 ms, feeds in XML
    "query/fields.py": {"difflib"},  # wrong usage
    "query/patterns.py": {"regex"},  # 40 ms, where an expression is asked for
    "sources/archives.py": {"zjreader.sources", "zjreader.sources.inflated"},  # 25 ms, archives
    "reader.py": {"zjreader.intake"},  # the parsers, 50 ms, where the library is not what is read
    "sources/files.py": {"glob"},  # globs
    "sources/named.py": {"zjreader.sources.http"},  # httpx2, 100 ms, where something is fetched
    "sources/settings.py": {"zjreader.parse.selectors"},  # lxml and cssselect, 60 ms, where a selector is named
    "sources/spool.py": {"tempfile"},  # large things that can be read once
    "text/words.py": {"importlib.resources", "jieba", "logging", "rjieba", "warnings"},  # where words are asked for
    "text/zones.py": {"zoneinfo"},  # a zone that was said
    "text/width.py": {"rich.cells"},  # 15 ms, for what is neither Latin nor common Chinese
    "tui/comparing.py": {"zjreader.tui.version_list"},  # 1 ms, as the next two, once it is opened
    "tui/hands.py": {"zjreader.tui.palette"},
    "tui/panes.py": {"zjreader.tui.help"},
    "upkeep.py": {"zjreader.corpus.building"},  # numpy, where there is something to write
    "tui/start.py": {"zjreader.tui.app"},  # the frame rate is set before Textual is imported
}
"""Imports that wait for their use, by room, and why: each costs too much for a start that does not need it."""


def rooms() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield each.module or ""


def test_each_library_is_known_in_its_own_rooms_alone() -> None:
    strangers = [
        (room, name)
        for room, tree in rooms()
        for name in imported(tree)
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names
        and top != "zjreader"
        and not any(room == owner or room.startswith(f"{owner}/") for owner in OWNERS.get(top, ()))
    ]
    assert strangers == []


def test_imports_inside_functions_are_the_listed_ones() -> None:
    found: dict[str, set[str]] = {}
    for room, tree in rooms():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                found.setdefault(room, set()).update(imported(function))
    assert {room: names for room, names in found.items() if names} == INSIDE_FUNCTIONS


def test_nothing_hides_behind_type_checking() -> None:
    assert [room for room, tree in rooms() if "TYPE_CHECKING" in ast.unparse(tree)] == []


def test_the_packages_below_the_top_are_empty() -> None:
    assert [path for path in SOURCE.glob("*/__init__.py") if path.read_text("utf-8")] == []


def modules_after(code: str, home: Path) -> set[str]:
    """The modules that a fresh interpreter holds after some code."""
    code += "\nimport sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    environ = {**unmeasured(), "ZJREADER_HOME": str(home)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environ, text=True, check=True)
    return set(run.stderr.split())


def run_of(*words: str) -> str:
    return f"import sys; sys.argv[1:] = {list(words)!r}\nfrom zjreader.__main__ import run\nrun()"


def test_the_version_is_told_without_loading_anything(tmp_path: Path) -> None:
    ours = {name for name in modules_after(run_of("--version"), tmp_path) if name.startswith("zjreader")}
    assert ours == {"zjreader", "zjreader.__main__"}


def test_a_list_loads_neither_screen_nor_anything_heavy(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("一条消息\n\n这里是它的正文，说了一件事。\n", "utf-8")
    loaded = modules_after(run_of("list", "--from", str(page)), tmp_path)
    heavy = {
        "tomlkit",
        "subprocess",
        "textual",
        "rich",
        "numpy",
        "asyncio",
        "sqlite3",
        "jieba",
        "rjieba",
        "lxml",
        "msgspec",
        "regex",
        "dataclasses",
    }
    assert loaded & (heavy | {"platformdirs", "inspect", "argparse", "ssl"}) == set()


def test_importing_any_room_does_nothing(tmp_path: Path) -> None:
    modules = [room.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for room, _ in rooms()]
    code = f"""
import importlib, sys
def refuse(event, args):
    writes = event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    if writes or event in ("os.mkdir", "os.rename", "subprocess.Popen", "socket.connect"):
        sys.exit(f"{{module}}: {{event}} {{args}}")
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
for module in {["zjreader." + module for module in modules if module != "__main__"]!r}:
    importlib.import_module(module.removesuffix(".__init__"))
"""
    environ = {**unmeasured(), "HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environ, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert list(tmp_path.iterdir()) == []
