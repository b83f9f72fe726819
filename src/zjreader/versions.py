"""The versions of an article: which of them is meant by a number, which two are compared, since when each stood.

Numbers count from 1, the first. A version is compared with the newest, the newest with the one before it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from zjreader.article import Record, Version
from zjreader.errors import MissingError
from zjreader.messages import _, _n
from zjreader.text.clean import Clean
from zjreader.text.diff import Difference, difference


class Compared(NamedTuple):
    """Two versions by their numbers, the earlier first, and what became of the text between them."""

    before: int
    after: int
    difference: Difference


def version(versions: Sequence[Version], number: int) -> Record:
    """The version of this number. Raises MissingError where there was none such."""
    if not 0 < number <= len(versions):
        what = _n("has {count} version", "has {count} versions", len(versions))
        raise MissingError(what, versions[-1].record.ids[0])
    return versions[number - 1].record


def compared(versions: Sequence[Version], number: int | None = None) -> Compared:
    """The version of this number beside the newest; the newest, or without a number, the one before it.

    Raises MissingError where there is only one version, or none of this number.
    """
    newest = len(versions)
    if newest == 1:
        raise MissingError(_("has only one version"), versions[0].record.ids[0])
    before = newest - 1 if number in {None, newest} else number or 0
    texts = version(versions, before).article, version(versions, newest).article
    return Compared(before, newest, difference(*texts))


def since(versions: Sequence[Version]) -> tuple[Clean, ...]:
    """When each version came (ISO 8601 with offset): the first was added, each other ended the one before it."""
    return (versions[0].record.added, *(version.until for version in versions if version.until))
