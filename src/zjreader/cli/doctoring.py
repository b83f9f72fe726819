"""`doctor`: versions, where everything lies, how much there is, whether the index is up to date, and damage."""

import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from zjreader import __version__, health
from zjreader.cli.aligned import print_rows
from zjreader.cli.amounts import shown_bytes
from zjreader.cli.process import Process, settings_path
from zjreader.commands import Command
from zjreader.corpus.image import usable
from zjreader.corpus.manifest import FORM
from zjreader.errors import ExitCode, UnreadableError
from zjreader.health import Damage
from zjreader.library.change import counter
from zjreader.library.database import SQLITE
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.paths import Paths
from zjreader.library.word_lists import lists
from zjreader.messages import _, _n
from zjreader.sources.sizes import size_of
from zjreader.text.clean import Clean, clean_line

_PACKAGES = ("textual", "rich", "pyroaring", "numpy", "msgspec", "zstandard", "tomlkit", "platformdirs")


def run_doctor(command: Command, process: Process) -> int:
    """Tell how it stands with this zjreader; with `--verify` read all that is kept."""
    told = [*_versions(), *_places(process), *_word_lists(process.paths.state), *_image(process.paths)]
    try:
        told += _library(process.paths)
    except UnreadableError as error:
        process.fail(error)
        process.say(health.remedy())
        print_rows(process, map(_row, told))
        return ExitCode.UNREADABLE
    print_rows(process, map(_row, told))
    return _verified(process) if command.verify else ExitCode.FOUND


def _verified(process: Process) -> ExitCode:
    journals = health.of_journals(Journal.open(process.paths, process.now))
    library = health.of_library(process.paths)
    image = () if library else health.of_image(process.paths)
    _say(process, (*journals, *library, *image))
    if library:
        process.say(health.remedy())
        return ExitCode.UNREADABLE
    if not (journals or image):
        process.say(_("everything is as it was written"))
    return ExitCode.USAGE if journals else ExitCode.FOUND


def _say(process: Process, damages: Iterable[Damage]) -> None:
    for damage in damages:
        process.say(f"{damage.about}: {damage.what}")


def _row(told: tuple[str, object]) -> tuple[Clean, Clean]:
    name, value = told
    return clean_line(name), clean_line(str(value))


def _versions() -> Iterator[tuple[str, object]]:
    yield "zjreader", __version__
    yield "Python", platform.python_version()
    yield "SQLite", SQLITE
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, _("missing")
    yield _("system"), platform.platform()


def _places(process: Process) -> Iterator[tuple[str, object]]:
    paths = process.paths
    for name, path in (
        (_("settings"), settings_path(process)),
        (_("journals"), paths.state),
        (_("this device"), paths.local),
        (_("library"), paths.library),
        (_("index"), paths.image),
    ):
        yield name, f"{path} · {_amount(path)}"


def _word_lists(state: Path) -> Iterator[tuple[str, object]]:
    for name, words in lists(state):
        amount = _("cannot be read") if words is None else _n("{count} word", "{count} words", len(words))
        yield _("words of your own"), f"{name} · {amount}"


def _amount(path: Path) -> str:
    return shown_bytes(size_of(str(path))) if path.exists() else _("not there yet")


def _library(paths: Paths) -> Iterator[tuple[str, object]]:
    if not counter(paths.library):
        return
    with Library.reading(paths) as library:
        sources = len(library.sources)
        yield _("form of the library"), library.form
    yield _("sources"), sources


def _image(paths: Paths) -> Iterator[tuple[str, object]]:
    stands, image = counter(paths.library), usable(paths.image)
    if image is None:
        return
    behind = _("up to date") if image.counter == stands else _("behind the library; the next command brings it up")
    yield _("form of the index"), FORM
    yield _("articles"), _n("{count} article", "{count} articles", len(image))
    yield _("the index is"), behind
