"""What is to be said of a query that could be read: sentences under its line, of no height where there are none."""

from textual.strip import Strip

from zjreader.text.clean import Clean
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.tui.painted import LinePainted, Piece

MOST_LINES = 6
"""Lines of the pane that are not taken from the counts for longer."""


class QueryRemarks(LinePainted):
    """Sentences, the first ones where not all have room."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: tuple[Clean, ...] = ()
        self.lines: tuple[Clean, ...] = ()

    def show(self, *sentences: Clean) -> None:
        """Show these sentences, or none."""
        self.sentences = sentences
        self.lines = remark_lines(sentences, self.container_size.width, self.ambiguous)[:MOST_LINES]
        self.styles.height = len(self.lines)
        self.refresh()

    def lay_out(self) -> None:
        """The sentences for the width that there is now."""
        self.show(*self.sentences)

    def line_at(self, y: int) -> Strip:
        """A line of the sentences."""
        said = self.lines[y] if y < len(self.lines) else Clean("")
        return self.strip(said, lambda: (Piece(said, "muted"),))


def remark_lines(sentences: tuple[Clean, ...], width: int, ambiguous: int = 1) -> tuple[Clean, ...]:
    """The sentences, each from a line of its own on."""
    settings = ((sentence, prepare(sentence, ambiguous=ambiguous)) for sentence in sentences)
    return tuple(
        Clean(sentence[start:stop])
        for sentence, setting in settings
        for start, stop in break_lines(setting, max(1, width))
    )
