"""The fields of the query language: their names, the words for states, and how a mistyped name is met.

Names are read folded (來源 is 来源). A name that is none is text; only a Latin one of four letters or more, one letter
away from a field, is taken for a slip of the finger (CONTRACT: pasted text is never punished).
"""

from typing import Literal, NamedTuple, get_args

Reads = Literal["text", "days", "number", "state", "id", "option", "view", "about", "initials"]


class Field(NamedTuple):
    """A field by its English name, and what its values are."""

    name: str
    reads: Reads


class Named(NamedTuple):
    """A field under the name by which it was asked for, folded."""

    field: Field
    name: str


FIELDS: dict[str, tuple[Reads, tuple[str, ...]]] = {
    "title": ("text", ("标题",)),
    "body": ("text", ("正文",)),
    "section": ("text", ("栏目",)),
    "publisher": ("text", ("source", "媒体", "来源")),
    "place": ("text", ("地点",)),
    "author": ("text", ("作者", "记者")),
    "editor": ("text", ("编辑",)),
    "tag": ("text", ("关键词",)),
    "label": ("text", ("标签",)),
    "date": ("days", ("日期",)),
    "added": ("days", ("收录",)),
    "read": ("days", ("读于",)),
    "url": ("text", ()),
    "length": ("number", ("字数",)),
    "kind": ("state", ()),
    "id": ("id", ()),
    "key": ("text", ()),
    "origin": ("text", ("订阅源",)),
    "is": ("state", ("是",)),
    "about": ("about", ("关于",)),
    "view": ("view", ()),
    "py": ("initials", ()),
    "sort": ("option", ()),
    "limit": ("option", ()),
    "fold": ("option", ()),
}
"""Each field's kind of value and its other names."""

NAMES = {name: Field(field, reads) for field, (reads, others) in FIELDS.items() for name in (field, *others)}
COLUMN = "x."
"""What stands before the name of a table's own column."""

STATES = {
    "unread": "unread", "read": "read", "starred": "starred", "full": "full", "teaser": "teaser", "changed": "changed",
    "未读": "unread", "已读": "read", "收藏": "starred", "全文": "full", "导语": "teaser", "改稿": "changed",
}  # fmt: skip
"""The states that `is:` asks for."""

KINDS = {word: state for word, state in STATES.items() if state in {"full", "teaser"}}
Sort = Literal["published", "relevance", "title", "publisher", "added", "read", "none"]
SORTS: tuple[Sort, ...] = get_args(Sort)
SCHEMES = frozenset({"http", "https", "ftp", "file", "mailto", "news", "feed"})
_SHORTEST_SLIP = 4
_NEAR = 0.5  # one of two Hanzi


def field_named(name: str) -> Named | None:
    """The field with this folded name, `x.COLUMN` among them; None where there is none."""
    column = name.removeprefix(COLUMN)
    if column and column != name and all(sign.isalnum() or sign in "_-." for sign in column):
        return Named(Field(name, "text"), name)
    return Named(NAMES[name], name) if name in NAMES else None


def nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The name that was probably meant; None where nothing is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, names, n=1, cutoff=_NEAR)), None)


def slip_of(name: str) -> str | None:
    """The field of which a folded name misses by one letter; None where it is no slip."""
    if len(name) < _SHORTEST_SLIP or not (name.isascii() and name.isalpha()):
        return None
    return next((each for each in NAMES if each.isascii() and _one_letter_apart(name, each)), None)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes the two equal."""
    shorter, longer = sorted((one, other), key=len)
    at = next((at for at, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter))
    rest = longer[at + 1 :]
    return (len(longer) == len(shorter) + 1 and shorter[at:] == rest) or (
        len(longer) == len(shorter) and at < len(longer) and shorter[at + 1 :] == rest
    )
