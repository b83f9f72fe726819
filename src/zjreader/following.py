"""The library follows what a person or another machine decided: joins and parts that came after the articles.

A join record may come before its article, after it, or name one that is not here; what was joined and is then parted
stands as two articles again, each as it came, and no sighting of either joins them.
"""

from zjreader.library.marks import PART, Marks
from zjreader.library.shelf import KeptShelf
from zjreader.shelf import unite
from zjreader.signs import of_id

NOTHING = Marks()
"""What a library follows before it has followed anything."""


def follow(marks: Marks, shelf: KeptShelf, followed: Marks = NOTHING) -> None:
    """Bring the articles that are there in line with the journal's joins and parts; nothing where they are already.

    What stood in the marks that were `followed` before need not be looked at again: intake heeds it.
    """
    for identity in marks.touched(PART):
        if marks.parted(identity) and not followed.parted(identity):
            for position in shelf.find([of_id(identity)]).get(of_id(identity), ()):
                _part(shelf, position, marks)
    new = ((pointing, root) for pointing, root in marks.ends.items() if followed.ends.get(pointing) != root)
    for pointing, root in new:
        signs = of_id(root), of_id(pointing)
        found = shelf.find(signs)
        if all(sign in found for sign in signs):
            kept, follower = (found[sign][0] for sign in signs)
            if kept != follower:
                unite(shelf, kept, follower)


def _part(shelf: KeptShelf, position: int, marks: Marks) -> None:
    """Those of its parts whose every id was parted leave; the one that holds fewest ids knows best what it was."""
    standing = shelf.record(position)
    left = set[str]()
    for part in sorted(shelf.parts(position), key=lambda each: len(shelf.record(each).ids)):
        record = shelf.record(part)
        ids = tuple(each for each in record.ids if each not in left)
        if ids and standing.ids[0] not in ids and all(map(marks.parted, ids)):
            shelf.part(part, record._replace(ids=ids))
            left.update(ids)
    if left:
        shelf.replace(position, standing._replace(ids=tuple(each for each in standing.ids if each not in left)))
