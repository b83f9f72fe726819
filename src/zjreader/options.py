"""The options of every command: one table, from which words are read and help is printed."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from zjreader.errors import UsageError
from zjreader.messages import _, later
from zjreader.query.counts import COUNTED
from zjreader.query.fields import SORTS

FORMATS = ("table", "tsv", "jsonl", "json", "csv", "md", "html", "text", "cite", "ids", "urls", "paths")
COLORS = ("auto", "always", "never")
ACTIONS = ("read", "unread", "star", "unstar", "label:NAME", "unlabel:NAME", "part")
_MOST_DIGITS = 18  # what a position or a width can be
SCREEN = "screen"
HELP = "help"


class Option(NamedTuple):
    """An option: its field in `Command`, how its value is read (None: it takes none) and what help says of it."""

    name: str
    field: str
    help: str
    read: Callable[[str], Any] | None = None
    value: str = ""
    short: str = ""
    constant: Any = True
    repeated: bool = False


class Grammar(NamedTuple):
    """A command's operands as help names them, the field they fill, its options and what it does."""

    operands: str
    field: str
    options: tuple[Option, ...]
    help: str


def nearest(word: str, names: Sequence[str]) -> str:
    """A clause that names what was probably meant; empty where nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, names, n=1)
    return _("; did you mean {name}?").format(name=near[0]) if near else ""


def _number(text: str) -> int:
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text)
    raise UsageError(_("is not a whole number"), text)


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text in names:
            return text
        raise UsageError(_("is none of {names}").format(names=" ".join(names)) + nearest(text, names), text)

    return read


def _fields(text: str) -> tuple[str, ...]:
    return tuple(_one_of(COUNTED)(name) for name in text.split(","))


_HELP = Option(HELP, HELP, later("shows this help"), short="h")
_QUERYING = (
    Option("expression", "expressions", later("one more query, given as one word"), str, "QUERY", "e", repeated=True),
    Option("literal", "literal", later("takes the words as they stand"), short="F"),
)
_FROM = (
    Option("from", "sources", later("reads just this source: file, folder, address, -"), str, "SOURCE", repeated=True),
    Option("files-from", "files_from", later("reads the sources named in a file, one a line"), str, "FILE"),
)
_STRICT = Option("strict", "strict", later("exit code 2 where a record could not be read"))
_PRINTING = (
    Option("format", "format", later("how articles are printed"), _one_of(FORMATS), "|".join(FORMATS), "f"),
    Option("jsonl", "format", later("the same as -f jsonl"), constant="jsonl"),
    Option("json", "format", later("the same as -f json"), constant="json"),
    Option("fields", "fields", later("just these fields"), lambda text: tuple(text.split(",")), "A,B,…"),
    Option("template", "template", later("each article as this line, {title} standing for its title"), str, "TEXT"),
    Option("null", "null", later("ends records with NUL"), short="0"),
    Option("full", "full", later("texts too")),
    Option("matches", "matches", later("where the query matched")),
    Option("sort", "sort", later("the order"), _one_of(SORTS), "|".join(SORTS)),
    Option("reverse", "reverse", later("the other way round")),
    Option("limit", "limit", later("at most so many"), _number, "N"),
    Option("offset", "offset", later("without the first so many"), _number, "N"),
    Option("count", "counting", later("only how many")),
    Option("quiet", "quiet", later("only the exit code"), short="Q"),
    _STRICT,
    Option("group", "group", later("under headings by this field (md, html)"), str, "FIELD"),
    Option("no-state", "stateless", later("without what was read and starred")),
    Option("color", "color", later("colours"), _one_of(COLORS), "|".join(COLORS)),
    Option("width", "width", later("width in cells"), _number, "N"),
    Option("header", "header", later("a first line with the names (tsv)")),
    Option("bom", "bom", later("a byte order mark first (csv)")),
    Option("safe-csv", "safe", later("no cell that a spreadsheet would run")),
)
_COUNTING = (
    Option("by", "by", later("how many by each value of these fields"), _fields, "A,B,…"),
    Option("zero", "zero", later("days, weeks, months and years without any too")),
    Option("views", "views", later("the unread articles of each saved query")),
    Option("header", "header", later("a first line with the names")),
    _STRICT,
)
_MARKING = (
    Option("ids", "ids", later("the articles whose ids a file holds"), str, "FILE|-"),
    Option("all", "everything", later("every article")),
    Option("dry-run", "dry_run", later("only says what it would do")),
)


def _told(name: str, help: str, value: str) -> Option:  # noqa: A002 -- the field's name
    """A setting of a source, as the word that says it."""
    key = name.removeprefix("--")
    return Option(key, "settings", help, lambda text: f"{key}={text}", value, repeated=True)


_REPORT = Option("report", "report", later("writes what could not be read to a file, as JSON lines"), str, "FILE")
_ADDING = (
    _told("name", later("what the source is called"), "NAME"),
    _told("section", later("the section of articles that name none"), "NAME"),
    _told("label", later("a label for each of its articles"), "NAME"),
    _told("encoding", later("the encoding of its texts"), "NAME"),
    _told("tz", later("the time zone of its times"), "ZONE"),
    _told("date", later("the day of its pages"), "DAY"),
    _told("map", later("which column of its tables is which field"), "FIELD=COLUMN"),
    _told("user-agent", later("as what its address is asked"), "NAME"),
    _told("every", later("the least time between two readings of it: 30m, 2h, 1d"), "TIME"),
    _told("select", later("a CSS selector of a list page's headlines"), "CSS"),
    Option(
        "full-text", "settings", later("gets the texts its teasers cut off"), constant="full-text=true", repeated=True
    ),
    Option("archive", "settings", later("its articles never count as unread"), constant="archive=true", repeated=True),
    _FROM[1],
    _REPORT,
    _STRICT,
    Option("dry-run", "dry_run", later("only shows the first ten articles")),
)
GRAMMARS = {
    SCREEN: Grammar(
        "[SOURCE ...]",
        "sources",
        (Option("query", "expressions", later("filters from the start"), str, "QUERY", "q", repeated=True), _HELP),
        later("reads on the screen, in the library or in just these sources"),
    ),
    "list": Grammar(
        "[QUERY ...]",
        "words",
        (*_QUERYING, *_FROM, *_PRINTING, _HELP),
        later("prints headlines or records"),
    ),
    "count": Grammar(
        "[QUERY ...]",
        "words",
        (*_QUERYING, *_FROM, *_COUNTING, _HELP),
        later("counts articles, or by fields"),
    ),
    "add": Grammar("SOURCE ...", "sources", (*_ADDING, _HELP), later("puts sources into the library, for good")),
    "update": Grammar(
        "[SOURCE ...]",
        "words",
        (_REPORT, _STRICT, _HELP),
        later("reads the library's sources again; what has not changed is passed over"),
    ),
    "fetch": Grammar(
        "[QUERY ...]",
        "words",
        (*_QUERYING, _REPORT, _STRICT, _HELP),
        later("gets the full texts of teasers from their links"),
    ),
    "sources": Grammar(
        "[set SOURCE KEY=VALUE ...]",
        "words",
        (Option("problems", "troubled", later("only those that could not be read the last time")), _HELP),
        later("lists what the library reads from; set says something else of one"),
    ),
    "remove": Grammar(
        "SOURCE",
        "words",
        (
            Option("purge", "purge", later("deletes its articles, but for those with a star or a label")),
            Option("yes", "yes", later("does not ask")),
            _HELP,
        ),
        later("reads a source no longer; its articles stay"),
    ),
    "import": Grammar(
        "opml|marks|all FILE|-",
        "words",
        (_STRICT, _HELP),
        later("takes in the addresses of a list, for update to read, marks, or all"),
    ),
    "export": Grammar(
        "opml|marks|all FILE|-",
        "words",
        (_HELP,),
        later("writes the addresses that are read from, as OPML, marks, or all"),
    ),
    "doctor": Grammar(
        "[page SOURCE]",
        "words",
        (
            Option("verify", "verify", later("reads everything and tells what is damaged")),
            Option("report", "report", later("puts the page and how it was read into a folder"), str, "DIR"),
            _HELP,
        ),
        later("tells versions, places, amounts and damage, or how a page was read"),
    ),
    "show": Grammar(
        "ID ...",
        "words",
        (
            *_FROM,
            Option("version", "version", later("the text as it was, 1 being the first"), _number, "N"),
            Option("diff", "diff", later("what changed since the version before, with --version N since that one")),
            *_PRINTING,
            _HELP,
        ),
        later("prints articles, set for reading"),
    ),
    "mark": Grammar(
        "ACTION [QUERY ...]",
        "words",
        (*_QUERYING, *_FROM, *_MARKING, _HELP),
        later("marks articles read, starred or with a label, or takes such marks away"),
    ),
    "undo": Grammar(
        "",
        "",
        (Option("list", "listing", later("shows what can be taken back")), _HELP),
        later("takes back the newest mark"),
    ),
    "explain": Grammar(
        "QUERY ...",
        "words",
        (*_QUERYING, *_FROM, Option("json", "format", later("as JSON"), constant="json"), _STRICT, _HELP),
        later("shows how a query is understood"),
    ),
    "views": Grammar(
        "[set NAME QUERY | remove NAME]",
        "words",
        (_HELP,),
        later("lists the saved queries, saves one or gives one up; “view:NAME” asks it"),
    ),
    "config": Grammar(
        "[get KEY | set KEY VALUE | edit | path]",
        "words",
        (_HELP,),
        later("shows the settings and changes them; an empty VALUE is the default"),
    ),
    "guide": Grammar(
        "[QUERY ...]",
        "words",
        (*_QUERYING, *_PRINTING, _HELP),
        later("prints the built-in guide"),
    ),
}
