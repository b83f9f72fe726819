"""The library follows what a person or another machine decided: joins and parts that came after the articles.

A join record may come before its article, after it, or name one that is not here; what was joined and is then parted
stands as two articles again, each as it came, and no sighting of either joins them.
"""

from zjreader.library.marks import PART, Marks
from zjreader.library.shelf import KeptShelf
from zjreader.merging import joined
from zjreader.signs import of_id


def follow(marks: Marks, shelf: KeptShelf) -> None:
    """Bring the articles that are there in line with the journal's joins and parts; nothing where they are already."""
    for identity in marks.touched(PART):
        if marks.parted(identity):
            for position in shelf.find([of_id(identity)]).get(of_id(identity), ()):
                _part(shelf, position, marks)
    for pointing, root in marks.ends.items():
        signs = of_id(root), of_id(pointing)
        found = shelf.find(signs)
        if all(sign in found for sign in signs):
            _join(shelf, *(found[sign][0] for sign in signs))


def _join(shelf: KeptShelf, kept: int, pointing: int) -> None:
    if kept == pointing:
        return
    first, second = sorted((kept, pointing))
    standing = shelf.record(first)
    record = joined(shelf.record(kept), shelf.record(pointing), standing)
    shelf.take_into(second, first)
    shelf.replace(first, record)


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
