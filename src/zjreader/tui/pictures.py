"""Pictures of the screen that are right: Textual's SVG, set anew so that a Hanzi takes its two cells.

Rich gives each run of text the length of its characters, not of its cells, which squeezes Chinese to half its width.
Here each run is cut where width changes, every piece begins on its own cell and every Hanzi in it stands on its own.
Fonts are named, never fetched: a picture shows nobody what is read.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from zjreader.text.width import advances, cells

CELL = 12.2
"""Pixels of a cell as rich draws it: a font of 20, 0.61 times as wide (`Console.export_svg`)."""

FONTS = "'Fira Code', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
"""Latin first: a Chinese font draws “ ” … in two cells, which have one here."""

_RUN = re.compile(
    r'<text class="(?P<look>[^"]+)" x="(?P<x>[^" ]+)[^"]*" y="(?P<y>[^"]+)"(?: textLength="[^"]+")?'
    r' clip-path="(?P<clip>[^"]+-line-(?P<line>\d+)\))">(?P<text>[^<]*)</text>'
)
_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FAMILY = re.compile(r"(font-family: )(?:Fira Code, monospace|arial)")


def set_right(svg: str) -> str:
    """Rich's picture with every character on its cell and without fonts from the network."""
    bare = _FAMILY.sub(lambda family: family[1] + FONTS, _WEB_FONT.sub("", svg))
    return _RUN.sub(lambda run: "".join(_pieces(run)), bare)


def text_frame(svg: str) -> str:
    """The characters of a picture that was set right, line by line."""
    lines: dict[int, str] = {}
    for run in _RUN.finditer(svg):
        line, before = int(run["line"]), lines.get(int(run["line"]), "")
        gap = round(float(run["x"]) / CELL) - cells(before)
        lines[line] = before + " " * gap + unescape(run["text"]).replace("\xa0", " ")
    return "\n".join(lines.get(line, "").rstrip() for line in range(max(lines, default=-1) + 1))


def _pieces(run: re.Match[str]) -> Iterator[str]:
    left = float(run["x"])
    for piece, width in _of_one_width(unescape(run["text"])):
        if piece.strip():
            shown = escape(piece).replace(" ", "&#160;").replace("\xa0", "&#160;")
            place = f'x="{_places(piece, left, width)}" y="{run["y"]}"'
            length = "" if _apart(piece, width) else f' textLength="{width * CELL:g}"'
            yield f'<text class="{run["look"]}" {place}{length} clip-path="{run["clip"]}">{shown}</text>'
        left += width * CELL


def _places(piece: str, left: float, width: int) -> str:
    """Where the piece begins, or each of its characters: a length alone would leave its last cell empty."""
    steps = range(len(piece)) if _apart(piece, width) else range(1)
    return " ".join(f"{left + 2 * CELL * step:g}" for step in steps)


def _apart(piece: str, width: int) -> bool:
    """Hanzi and the like; emoji are left whole, for renderers disagree on how many characters one is."""
    return width == 2 * len(piece) and max(piece) <= "\uffff"


def _of_one_width(text: str) -> Iterator[tuple[str, int]]:
    """Pieces of characters that are equally wide, with their cells; a mark stays with the character it is on."""
    steps = advances(text)
    wide: list[int] = []
    for step in steps:
        wide.append(step or (wide[-1] if wide else 1))
    for _width, group in groupby(range(len(text)), key=wide.__getitem__):
        inside = list(group)
        start, stop = inside[0], inside[-1] + 1
        yield text[start:stop], sum(steps[start:stop])
