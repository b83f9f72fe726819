"""What a person chose: one frozen value, and the table of what can be chosen under which name in `config.toml`."""

from typing import Any, Literal, NamedTuple

from zjreader.errors import UsageError
from zjreader.library.setting_kinds import FOLDER, SWITCH, TEXT, VECTOR, ZONE, Kind, number, one_of
from zjreader.messages import _, later
from zjreader.text.clean import Clean, clean_line


class Settings(NamedTuple):
    """Every setting with its default; `measure` counts Hanzi, `dwell` seconds.

    `keys` moves acts to other keys by their ids. `ime_enter` and `ime_leave` are argument vectors, run as focus enters
    and leaves the query line.
    """

    mark_read: Literal["dwell", "open", "end", "never"] = "dwell"
    dwell: float = 2.0
    measure: int = 40
    paragraphs: Literal["indent", "apart"] = "indent"
    line_breaks: Literal["gb", "none"] = "gb"
    ambiguous_width: Literal["auto", "1", "2"] = "auto"
    han_latin_gap: bool = False
    theme: Clean = Clean("zjreader-dark")
    profile: Literal["vim", "newsboat"] = "vim"
    keys: tuple[tuple[Clean, Clean], ...] = ()
    ime_enter: tuple[str, ...] = ()
    ime_leave: tuple[str, ...] = ()
    timezone: Clean | None = None
    state_dir: Clean | None = None


DEFAULTS = Settings()


class Setting(NamedTuple):
    """A name in the file, `section.name` or `name`; the field it fills, what it may be, and what it does."""

    key: str
    field: str
    kind: Kind
    says: str

    @property
    def section(self) -> str:
        """The table of the file in which it stands; empty for the top."""
        return self.key.partition(".")[0] if "." in self.key else ""

    @property
    def name(self) -> str:
        """Its name within its section."""
        return self.key.partition(".")[2] or self.key

    def read(self, value: Any) -> Any:
        """A value of the file as the program knows it; raises UsageError with what was expected."""
        known = self.kind.read(value)
        if known is None:
            raise UsageError(self.kind.expected(), self.key)
        return known

    def of(self, settings: Settings) -> Any:
        """Its present value, as `read` gives it; None where there is none."""
        value = getattr(settings, self.field)
        return dict(value).get(self.name) if self.section == KEYS else value


KEYS = "keys"
"""The section whose names are the ids of acts."""

SETTINGS = (
    Setting("timezone", "timezone", ZONE, later("the time zone of times and of “today”; by itself the system's")),
    Setting("state_dir", "state_dir", FOLDER, later("the folder of the marks, worth syncing; by itself the system's")),
    Setting(
        "reading.mark_read",
        "mark_read",
        one_of("dwell", "open", "end", "never"),
        later("an article is read once it was shown for a while (dwell), opened, read to its end, or never by itself"),
    ),
    Setting("reading.dwell", "dwell", number(0, 3600, whole=False), later("seconds that count as a while")),
    Setting("reading.measure", "measure", number(20, 40, whole=True), later("Hanzi on a line, 20 to 40")),
    Setting(
        "reading.paragraphs",
        "paragraphs",
        one_of("indent", "apart"),
        later("paragraphs begin two Hanzi in (indent), or stand apart with a blank line between them (apart)"),
    ),
    Setting(
        "reading.line_breaks",
        "line_breaks",
        one_of("gb", "none"),
        later("no line begins with a closing mark, by the national standard (gb), or lines break anywhere (none)"),
    ),
    Setting("reading.han_latin_gap", "han_latin_gap", SWITCH, later("a gap is drawn between Hanzi and Latin words")),
    Setting("screen.theme", "theme", TEXT, later("the colours")),
    Setting("screen.profile", "profile", one_of("vim", "newsboat"), later("the keys to start from: vim or newsboat")),
    Setting(
        "screen.ambiguous_width",
        "ambiguous_width",
        one_of("auto", "1", "2"),
        later("cells that “ ” … — take in this terminal; auto measures it"),
    ),
    Setting("ime.enter", "ime_enter", VECTOR, later("a program run as the cursor enters the query line")),
    Setting("ime.leave", "ime_leave", VECTOR, later("a program run as the cursor leaves the query line")),
)


def named(key: str) -> Setting:
    """The setting of this name; raises UsageError with the nearest one."""
    for setting in SETTINGS:
        if setting.key == key:
            return setting
    section, _dot, act = clean_line(key).partition(".")
    if section == KEYS and act:
        return Setting(f"{KEYS}.{act}", KEYS, TEXT, "")
    raise UsageError(_("no such setting") + _nearest(key), key)


def _nearest(key: str) -> str:
    """By the whole name, else by its last part: people forget the section, or take another one."""
    from difflib import get_close_matches

    ends = {setting.name: setting.key for setting in SETTINGS}
    near = get_close_matches(key, ends.values(), n=1, cutoff=0.8)
    near = near or [ends[end] for end in get_close_matches(key.rpartition(".")[2], ends, n=1)]
    return _("; did you mean {name}?").format(name=near[0]) if near else ""
