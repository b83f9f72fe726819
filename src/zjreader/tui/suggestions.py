"""What the query that is being typed may become, on a line below it; the first is what the key takes."""

from textual.strip import Strip

from zjreader.query.completing import Completion
from zjreader.text.clean import Clean
from zjreader.text.width import cells, cut
from zjreader.tui.painted import LinePainted, Piece, Pieces

_TAKEN = Clean("→ ")
_BETWEEN = Clean("  ")


class Suggestions(LinePainted):
    """Completions, the likeliest first; of no height where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: tuple[Completion, ...] = ()

    def show(self, offered: tuple[Completion, ...]) -> None:
        """Offer these."""
        if offered != self.offered:
            self.offered = offered
            self.set_class(bool(offered), "offering")
            self.refresh()

    def line_at(self, y: int) -> Strip:  # noqa: ARG002 -- there is one line
        """As many as fit."""
        pieces = suggestion_pieces(self.offered, self.size.width, self.ambiguous)
        return self.strip(pieces, lambda: pieces)


def suggestion_pieces(offered: tuple[Completion, ...], width: int, ambiguous: int = 1) -> Pieces:
    """Completions with their numbers, whole ones only but for the first."""
    pieces: list[Piece] = []
    for number, each in enumerate(offered):
        before = _BETWEEN if number else _TAKEN
        articles = Clean("" if each.articles is None else f" {each.articles}")
        room = width - cells(before, ambiguous) - cells(articles)
        shown = each.shown if number else cut(each.shown, max(0, room), ambiguous)
        width = room - cells(shown, ambiguous)
        if width < 0:
            break
        pieces += (Piece(before, "muted" if number else "sign"), Piece(shown, "plain" if number else "strong"))
        pieces += (Piece(articles, "muted"),) if articles else ()
    return tuple(pieces)
