"""`config.toml`: read line by line, changed with a person's comments kept.

Promises that a mistake costs only its own setting and is told with its line. Refuses to change a file that it cannot
read: what a person wrote there would be lost.
"""

import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zjreader.article import Problem
from zjreader.errors import UsageError
from zjreader.library import toml_lines
from zjreader.library.durable import lock, make_folder, replace
from zjreader.library.settings import DEFAULTS, KEYS, SETTINGS, Setting, Settings, named
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

NAME = "config.toml"
WAIT = 5.0
"""Seconds to wait for another zjreader that changes the file."""


def load(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file, and what is wrong with it; all defaults where there is none."""
    about = clean_line(os.fspath(path))
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return DEFAULTS, ()
    except OSError as error:
        return DEFAULTS, (Problem(about, clean_line(error.strerror or str(error))),)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return DEFAULTS, (Problem(about, clean_line(_("is not UTF-8, nothing of it counts")), line),)
    return _read(text, about)


def _read(text: str, about: Clean) -> tuple[Settings, tuple[Problem, ...]]:
    values, broken = toml_lines.read(text)
    why = clean_line(_("is not TOML, or says something twice; passed over"))
    problems = [Problem(about, why, line) for line in broken]
    chosen: dict[str, Any] = {}
    keys: dict[Clean, Clean] = {}
    for key, value, line in values:
        try:
            setting = named(key)
            known = setting.read(value)
        except UsageError as error:
            problems.append(Problem(about, clean_line(str(error)), line))
            continue
        if setting.section == KEYS:
            keys[clean_line(setting.name)] = known
        else:
            chosen[setting.field] = known
    problems.sort(key=lambda problem: problem.line or 0)
    return Settings(**chosen, keys=tuple(keys.items())), tuple(problems)


def get_value(settings: Settings, key: str) -> str | None:
    """A setting's present value as it would be typed; None where it has none. Raises UsageError."""
    value = named(key).of(settings)
    if value is None or isinstance(value, str):
        return value
    return shlex.join(value) if isinstance(value, tuple) else json.dumps(value)


def set_value(path: Path, key: str, typed: str) -> None:
    """Put a typed value in the file, or take the setting out for an empty one. Raises UsageError and OSError."""
    setting = named(key)
    value = setting.read(setting.kind.typed(typed)) if typed else None
    path = path.resolve()  # a link into a folder of dotfiles stays one
    make_folder(path.parent)
    with lock(path.with_name(f".{path.name}.lock"), WAIT):
        replace(path, _changed(path, setting, value).encode())


def _changed(path: Path, setting: Setting, value: Any) -> str:
    import tomlkit  # 40 ms, and only where settings are written
    from tomlkit.exceptions import TOMLKitError

    try:
        file = tomlkit.parse(path.read_bytes().decode("utf-8-sig") if path.exists() else "")
    except (TOMLKitError, ValueError) as error:
        raise UsageError(_("is not TOML; “zjreader config edit” opens it"), str(path)) from error
    if setting.section and value is not None:
        file.setdefault(setting.section, tomlkit.table())
    table = file.get(setting.section, {}) if setting.section else file
    if not isinstance(table, dict):
        raise UsageError(_("is not a section; “zjreader config edit” opens the file"), setting.section)
    holder, name = _holder(table, setting.name)
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(file)


def _holder(table: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """Where a name stands, or shall: an act's name has dots, and without quotes each of them opens a table."""
    *above, last = name.split(".")
    inner: Any = table
    for part in above:
        inner = inner.get(part) if isinstance(inner, dict) else None
    return (inner, last) if name not in table and isinstance(inner, dict) and last in inner else (table, name)


def document(settings: Settings = DEFAULTS, *, template: bool = False) -> str:
    """All settings as a file that says what each does; a template leaves every one to be chosen."""
    return "\n".join(_lines(settings, "# " if template else "")) + "\n"


def _lines(settings: Settings, mark: str) -> Iterator[str]:
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            yield from ("", f"[{section}]")
        value = setting.of(settings)
        yield f"# {_(setting.says)}"
        yield f"{mark}{setting.name} = {_toml(value)}" if value is not None else f"# {setting.name} ="
    yield from ("", f"[{KEYS}]", "# " + _('the name of an act and its keys: "mark.star" = "s,f2"'))
    yield from (f"{_toml(act)} = {_toml(pressed)}" for act, pressed in settings.keys)


def _toml(value: Any) -> str:
    """JSON's words, numbers, lists and texts are TOML's, too, where nothing invisible is in them."""
    return json.dumps(value, ensure_ascii=False)
