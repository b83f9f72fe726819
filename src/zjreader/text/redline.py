"""A difference in lines to be read: `-` taken out, `+` put in, `~` changed, [-what went-]{+what came+} inside.

Promises to be understood without colours: looks only say again what the signs say. Sentences that stayed are shown
beside those that did not, all others are counted. The signs inside are those of `git diff --word-diff`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from zjreader.article import Span
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line
from zjreader.text.diff import Change, Difference
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.typeset import PRINT, Style

Look = Literal["plain", "strong", "muted", "taken", "put"]

CONTEXT = 1
"""Sentences that are shown on either side of what changed."""

_SIGN_CELLS = 2


class Run(NamedTuple):
    """Some characters in one look."""

    text: Clean
    look: Look = "plain"


class _Sentence(NamedTuple):
    """A sentence with its sign and the runs that it consists of."""

    sign: str
    runs: tuple[Run, ...]


def redline(difference: Difference, width: int, style: Style = PRINT) -> Iterator[tuple[Run, ...]]:
    """The lines, at most `width` cells wide: the title, a blank line, the text as far as something in it changed."""
    for change in difference.title:
        yield from _set(_marked(change, "strong"), width, style)
    yield ()
    if not difference.anything:
        yield from _set(_told(_("the same words, in other paragraphs")), width, style)
    for is_near, changes in _near_and_far(difference.text) if difference.anything else ():
        if is_near:
            for change in changes:
                yield from _set(_marked(change), width, style)
        else:
            yield from _set(
                _told(_n("{count} sentence unchanged", "{count} sentences unchanged", len(changes))), width, style
            )


def _near_and_far(changes: Sequence[Change]) -> Iterator[tuple[bool, Sequence[Change]]]:
    """Stretches that are shown, and those that are only counted."""
    changed = [place for place, change in enumerate(changes) if change.before != change.after]
    near = {place + step for place in changed for step in range(-CONTEXT, CONTEXT + 1)}
    for is_near, stretch in groupby(enumerate(changes), key=lambda each: each[0] in near):
        yield is_near, [change for _place, change in stretch]


def _marked(change: Change, kept: Look = "plain") -> _Sentence:
    """A change under its sign; what stayed of it in the look of what is `kept`."""
    if change.after is None:
        return _Sentence("-", (Run(change.before or Clean(""), "taken"),))
    if change.before is None:
        return _Sentence("+", (Run(change.after, "put"),))
    return _Sentence("~" if change.edits else " ", tuple(_spliced(change.before, change.after, change, kept)))


def _spliced(before: Clean, after: Clean, change: Change, kept: Look) -> Iterator[Run]:
    done = 0
    for taken, put in change.edits:
        yield Run(Clean(after[done : put.start]), kept)
        if went := before[slice(*taken)]:
            yield Run(Clean(f"[-{went}-]"), "taken")
        if came := after[slice(*put)]:
            yield Run(Clean(f"{{+{came}+}}"), "put")
        done = put.stop
    yield Run(Clean(after[done:]), kept)


def _told(sentence: str) -> _Sentence:
    return _Sentence(" ", (Run(clean_line(f"… {sentence}"), "muted"),))


def _set(sentence: _Sentence, width: int, style: Style) -> Iterator[tuple[Run, ...]]:
    """A sentence in lines behind its sign; those after the first stand below its text."""
    sign, (first, *_more) = sentence
    text = "".join(run.text for run in sentence.runs)
    room = max(1, width - _SIGN_CELLS)
    look: Look = first.look if sign in {"-", "+"} else "strong"
    for line in break_lines(prepare(text, style.level, style.ambiguous), room):
        margin = Run(Clean(f"{sign:<{_SIGN_CELLS}}"), look)
        yield (margin, *_within(sentence.runs, line))
        sign = ""


def _within(runs: Sequence[Run], line: Span) -> Iterator[Run]:
    """What a line shows of the runs."""
    begin = 0
    for text, look in runs:
        seen = text[max(0, line.start - begin) : max(0, line.stop - begin)]
        if seen:
            yield Run(Clean(seen.replace("\t", " ").replace("\n", " ")), look)
        begin += len(text)
