"""Where pointers from id to id end: an id points at one other at most, and a circle is void.

Follows every chain once, whatever its length: a synced journal may hold a hundred thousand ids in a row.
"""

from collections.abc import Mapping

from zjreader.text.clean import Clean


def ends(pointers: Mapping[Clean, Clean]) -> dict[Clean, Clean]:
    """For each id that points somewhere else in the end, where.

    Those in a circle point at nothing; those that lead into one end where they enter it.
    """
    found: dict[Clean, Clean] = {}
    for start in pointers:
        chain: dict[Clean, None] = {}
        at = start
        while at in pointers and at not in found and at not in chain:
            chain[at] = None
            at = pointers[at]
        circle = _from(chain, at)
        found |= dict.fromkeys(chain, found.get(at, at)) | {each: each for each in circle}
    return {each: end for each, end in found.items() if each != end}


def _from(chain: Mapping[Clean, None], first: Clean) -> list[Clean]:
    ids = list(chain)
    return ids[ids.index(first) :] if first in chain else []
