"""A screen whose articles become more while it stands: what is pasted is kept, and what is kept is there at once.

Keeping takes its time, so a thread does it and posts what came of it; here it is taken up. Of several threads each
looks what the library holds and tells it before the next one does (`telling`): what is told last is the latest.
"""

from threading import Lock

from textual import on, work
from textual.message import Message

from zjreader.article import Document
from zjreader.corpus.collection import Collection
from zjreader.errors import ZjreaderError
from zjreader.messages import _
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.commanding import CommandingScreen
from zjreader.tui.opening import Opening
from zjreader.tui.outside import Keep


class GrowingScreen(CommandingScreen):
    """A screen that can be given more."""

    class Kept(Message):
        """A document is in the library, which now holds this."""

        def __init__(self, library: Collection) -> None:
            super().__init__()
            self.library = library

    class NotKept(Message):
        """A document is not in the library, and why."""

        def __init__(self, why: Clean) -> None:
            super().__init__()
            self.why = why

    class Mended(Message):
        """What the library is searched by was damaged and is made anew: it holds this."""

        def __init__(self, library: Collection) -> None:
            super().__init__()
            self.library = library

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._lasting = opening.lasting
        self.telling = Lock()

    def on_mount(self) -> None:
        """Look for damage once the reader has begun to read."""
        if self.outside.check and self.is_first:
            self.set_timer(self.opening.check_after, self._check)

    @work(thread=True)
    def _check(self) -> None:
        library = self.outside.check() if self.outside.check else None
        if library is not None:
            self.post_message(self.Mended(library))

    def keep(self, document: Document) -> None:
        """Take a document into the library and go on there; nothing where this screen keeps nothing."""
        if self.outside.keep:
            self._keep(self.outside.keep, document)

    @work(thread=True)
    def _keep(self, keep: Keep, document: Document) -> None:
        try:
            with self.telling:
                self.post_message(self.Kept(keep(document)))
        except ZjreaderError as error:
            self.post_message(self.NotKept(clean_line(str(error))))

    @on(Kept)
    @on(Mended)
    def _read_library(self, event: Kept | Mended) -> None:
        self._begin_library(event.library)

    def _begin_library(self, library: Collection) -> None:
        reader = self.reader.grown(library) if self._lasting else Reader(library, self.reader.journal)
        self.read_on(reader, clean_line(_("library")))
        self._lasting = True

    def grow(self, library: Collection) -> None:
        """Go on in what the library holds by now: without a move, where that was read before."""
        if self._lasting:
            self._read_more(self.reader.grown(library))
        elif len(library):
            self._begin_library(library)

    def _read_more(self, reader: Reader) -> None:
        """Ask a reader on the same articles and more of them: cursor and choice stay, and what is listed is listed."""
        headline, here = self.headlines.selected, reader.corpus.everything
        self.take_reader(reader)
        stays, self.chosen = self.listed.hits & here, self.chosen & here
        keep = reader.corpus.position(headline.id) if headline else None
        self.post_message(self.Answered(reader.search(self.asked).along_with(stays), keep, stays))
        self.call_after_refresh(self.renew)
