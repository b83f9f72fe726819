r"""Lines of the user's own form: `{published}\t{title}`.

Names are the JSON keys and nothing else: no expression, no attribute, no code. `\t \n \0 \\` are escapes, `{{` and `}}`
braces. Anything that is none of these is refused, so that a misspelt template prints nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zjreader.errors import UsageError
from zjreader.formats.fields import checked, to_cell, value
from zjreader.formats.row import Layout, Row
from zjreader.messages import _
from zjreader.text.clean import Clean, clean

_SIGN = re.compile(r"\\.?|\{\{|\}\}|\{[^{}]*\}|[{}]", re.DOTALL)
_LITERALS = {r"\t": "\t", r"\n": "\n", r"\0": "\0", r"\\": "\\", "{{": "{", "}}": "}"}


class Part(NamedTuple):
    """Text that stands as it is, and the field that follows it, if any."""

    text: str
    name: Clean | None


def template(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The layout's template once a row; raises `UsageError` where it is none."""
    parts = compiled(layout.template)
    return ("".join(_filled(row, part) for part in parts) + layout.end for row in rows)


def compiled(text: str) -> tuple[Part, ...]:
    """The parts of a template; raises `UsageError`, which tells the sign at fault."""
    text = clean(text)
    parts: list[Part] = []
    literal, end = "", 0
    for sign in _SIGN.finditer(text):
        literal += text[end : sign.start()]
        end = sign.end()
        if sign[0] in _LITERALS:
            literal += _LITERALS[sign[0]]
        else:
            parts.append(Part(literal, _name(sign[0])))
            literal = ""
    return (*parts, Part(literal + text[end:], None))


def _name(sign: str) -> Clean:
    if len(sign) > 1 and sign.startswith("{"):
        return checked(sign[1:-1])
    if sign.startswith("\\"):
        raise UsageError(_(r"unknown escape in the template; there are \t \n \0 \\"), sign)
    raise UsageError(_("brace without its partner in the template; write {{ or }} for the sign"), sign)


def _filled(row: Row, part: Part) -> str:
    return part.text + (to_cell(value(row, part.name)) if part.name else "")
