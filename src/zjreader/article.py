"""The nouns: frozen, slotted values that cross the floors.

Every text in them is `Clean`; a change is a new value (`_replace`). Offsets count characters. Named tuples, because a
list of a million headlines makes them by the million and `zjreader list` shall not wait for `dataclasses`.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import BinaryIO, Literal, NamedTuple

from zjreader.text.clean import Clean

Kind = Literal["full", "teaser"]
BlockKind = Literal["heading", "paragraph", "item", "quote", "note", "caption"]
Precision = Literal["second", "minute", "day", "month", "year"]


class Span(NamedTuple):
    """Characters `start` up to, not including, `stop` of one text."""

    start: int
    stop: int


class Moment(NamedTuple):
    """When something was published, as exactly as its text says it.

    `text` is ISO 8601 cut to the precision, with offset where a time is known; `day` the calendar day that the text
    shows, None above day precision; `inferred` whether a part, usually the year, was not in the text.
    """

    text: Clean
    precision: Precision
    day: Clean | None
    inferred: bool = False


class Block(NamedTuple):
    """A paragraph's worth of an article, without line ends."""

    kind: BlockKind
    text: Clean


class Article(NamedTuple):
    """What a source published; nothing in it depends on where, when or by whom it was read.

    A `full` article has its text in `blocks`; a `teaser` has none, and the cut-off opening, if any, in `summary`.
    `guid` is a feed's address and the entry's own name there; `key` a table's own id. `extra` holds a table's other
    columns, each value as JSON text. `stated_length` is what a record of ours says of its length, texts or no texts.
    The library keeps articles by place: a field is added at the end alone, with a default.
    """

    kind: Kind
    title: Clean
    summary: Clean | None = None
    section: Clean | None = None
    publisher: Clean | None = None
    place: Clean | None = None
    authors: tuple[Clean, ...] = ()
    correspondents: tuple[Clean, ...] = ()
    editor: Clean | None = None
    published: Moment | None = None
    url: Clean | None = None
    tags: tuple[Clean, ...] = ()
    blocks: tuple[Block, ...] = ()
    key: Clean | None = None
    guid: tuple[Clean, Clean] | None = None
    extra: tuple[tuple[Clean, Clean], ...] = ()
    stated_length: int | None = None

    @property
    def body(self) -> Clean:
        """The blocks' texts joined by newline; empty for a teaser."""
        return Clean("\n".join(block.text for block in self.blocks))

    @property
    def length(self) -> int:
        """Characters without white space of the body, or of the teaser's summary."""
        if self.stated_length is not None:
            return self.stated_length
        texts = [block.text for block in self.blocks] if self.kind == "full" else [self.summary or ""]
        return sum(len(part) for text in texts for part in text.split())


class ReadAs(NamedTuple):
    """How a document's bytes became text."""

    encoding: Clean
    assumed: bool
    replaced: int = 0
    removed: int = 0


class Reading(NamedTuple):
    """An article as a parser found it: where in its document, and, for our own records, the id it already has.

    `next_part` is the address of the part of its page that follows, where the page is one of several.
    """

    article: Article
    read_as: ReadAs
    line: int | None = None
    own_id: Clean | None = None
    next_part: Clean | None = None


class Problem(NamedTuple):
    """A line of the load report. `unreadable` says that a whole input, not a part of it, could not be read."""

    about: Clean
    what: Clean
    line: int | None = None
    encoding: Clean | None = None
    kept: int = 0
    skipped: int = 0
    unreadable: bool = False


class SourceSettings(NamedTuple):
    """What a person said of a source; it counts for all its documents, and nothing said is the document's to tell.

    `section` is for articles that name none, `zone` (a name, or an offset like +08:00) for times without offset, `day`
    is the page's own day, `columns` are fields of articles and the columns of a table that give them. The articles of
    an `archive` never count as unread. Of an address: `full_text` fetches what its teasers cut off, `user_agent` is
    what it is asked as, `every` the least seconds between two readings, `select` the CSS selector of a list page's
    headlines.
    """

    name: Clean | None = None
    section: Clean | None = None
    labels: tuple[Clean, ...] = ()
    encoding: Clean | None = None
    zone: Clean | None = None
    day: date | None = None
    columns: tuple[tuple[Clean, Clean], ...] = ()
    archive: bool = False
    full_text: bool = False
    user_agent: Clean | None = None
    every: int | None = None
    select: Clean | None = None


UNSAID = SourceSettings()


class Reach(NamedTuple):
    """How an address answered, as far as the next reading of it has to know.

    `moved` is where it lies now for good; before `wait_until` (ISO 8601 with offset) it does not want to be asked;
    `private` tells that its own host, as it was typed, lies in a private network.
    """

    moved: Clean | None = None
    wait_until: Clean | None = None
    private: bool = False


UNREACHED = Reach()


class Document(NamedTuple):
    """Bytes with an address, opened as often as needed and never held whole by whoever passes them on.

    `address` is the path inside the source given (or the feed's address) and becomes the records' `origin`; `path`
    opens it from the working directory, where it is a file. `base` is the day that undated news is measured against:
    the page's own date, else the file's time. `section` is the folder of a class corpus. `member` is the path inside an
    archive that `path` opens. `stamp` tells one state of its bytes from another without reading them (of a file: size
    and time of change); None where nothing does. Of what came over the network, `url` is where it was found in the end
    and `charset` what its header calls its encoding. `parts` are the documents that are named as the further parts of
    its page.
    """

    address: Clean
    source: Clean
    open: Callable[[], BinaryIO]
    base: datetime | None = None
    path: str | None = None
    section: Clean | None = None
    settings: SourceSettings = UNSAID
    member: Clean | None = None
    stamp: str | None = None
    url: Clean | None = None
    charset: str | None = None
    parts: tuple["Document", ...] = ()


class Record(NamedTuple):
    """An article with its identity: `ids[0]` is the id shown, all are valid for ever.

    `standing` is the second (Unix time) at which it stands in the order newest first; `added` is ISO 8601 with offset.
    `changed_at` is when the library got a version whose title is another (Unix milliseconds, 0 if none came): a read
    mark older than it does not count. `last_teaser` is the title of the teaser seen last, with which a later one is
    compared. The library keeps records by place: a field is added at the end alone, with a default.
    """

    article: Article
    ids: tuple[Clean, ...]
    origin: Clean
    added: Clean
    read_as: ReadAs
    standing: int
    versions: int = 1
    path: str | None = None
    changed_at: int = 0
    last_teaser: Clean | None = None


class Version(NamedTuple):
    """A state of an article's text, and until when it stood (ISO 8601); None for the one that stands."""

    record: Record
    until: Clean | None = None


UNKNOWN = Record(
    Article("teaser", Clean("")), (Clean("0" * 16),), Clean(""), Clean(""), ReadAs(Clean("utf-8"), assumed=False), 0
)
"""A record of which nothing is known, not even who it is."""


class State(NamedTuple):
    """What the reader did to an article."""

    read: bool = False
    starred: bool = False
    labels: tuple[Clean, ...] = ()


UNTOUCHED = State()


class Headline(NamedTuple):
    """A row of the list: a record without its text, at its position in the corpus, with its state.

    `standing` is the record's: what has no date of its own is listed under the day on which it was first seen.
    """

    position: int
    id: Clean
    title: Clean
    kind: Kind
    section: Clean | None
    publisher: Clean | None
    published: Moment | None
    opening: Clean
    state: State = UNTOUCHED
    standing: int = 0
