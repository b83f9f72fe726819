"""A screen that reads its sources while one reads: by key, by the clock, and the full texts of teasers.

A thread does each errand and posts the news; here they are taken up. Nothing that the reader looks at moves.
"""

from collections.abc import Callable
from contextlib import closing

from textual import on, work
from textual.message import Message

from zjreader.corpus.collection import Collection
from zjreader.errors import ZjreaderError
from zjreader.messages import _
from zjreader.news import News
from zjreader.query.language import Query
from zjreader.query.tree import Is
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.growing import GrowingScreen
from zjreader.tui.opening import Opening
from zjreader.tui.outside import Errand, Listed, Sources
from zjreader.tui.painted import Piece
from zjreader.tui.tidings import going_on, named_as, tidings, troubles

_TEASERS = Query((Is("teaser"),))


class RenewingScreen(GrowingScreen):
    """A screen with sources that go on."""

    class Heard(Message):
        """News of an errand that is not over."""

        def __init__(self, errand: Errand, news: News) -> None:
            super().__init__()
            self.errand = errand
            self.news = news

    class Done(Message):
        """An errand is over: what it brought, what the library now holds if that is another, why it broke off."""

        def __init__(self, errand: Errand, news: News, library: Collection | None, why: Clean | None) -> None:
            super().__init__()
            self.errand = errand
            self.news = news
            self.library = library
            self.why = why

    class Stood(Message):
        """What the library reads from, as it stands."""

        def __init__(self, listed: tuple[Listed, ...]) -> None:
            super().__init__()
            self.listed = listed

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._stop = Stop()
        self._errands: dict[Errand, News] = {}
        self.listed_sources: tuple[Listed, ...] = ()

    def on_mount(self) -> None:
        """See how the sources stand once the reader has begun to read, and from then on when one is due."""
        if self.outside.sources and self.is_first:
            self.set_timer(self.opening.check_after, self.see_sources)
            self.set_interval(self.opening.look_every, self._begin_what_is_due)

    def on_unmount(self) -> None:
        """Whoever leaves waits for no server; what came is kept."""
        self._stop.wish()

    # errands

    def begin(self, errand: Errand) -> None:
        """Do an errand in the background beside whatever else is done there, unless it is under way itself."""
        sources = self.outside.sources if self.is_first else None
        if not sources:
            self.say(_("only the library has sources"))
        elif errand in self._errands:
            self.say(_("still at it: {what}").format(what=going_on(errand, self._errands[errand])))
        else:
            self._errands[errand] = News()
            self._show_going_on()
            self._do_errand(sources, errand)

    @work(thread=True)
    def _do_errand(self, opened: Callable[[], Sources], errand: Errand) -> None:
        news, library, why, sources = News(), None, None, opened()
        try:
            with closing(sources.run(errand, self._stop)) as coming:
                for news in coming:
                    self.post_message(self.Heard(errand, news))
        except ZjreaderError as error:
            why = clean_line(str(error))
        if self._stop.wished:
            return
        with self.telling:
            try:
                library = sources.held() if news.is_any or errand.act == "remove" else None
                self.post_message(self.Stood(sources.listed()))
            except ZjreaderError as error:
                why = why or clean_line(str(error))
            self.post_message(self.Done(errand, news, library, why))

    @on(Heard)
    def _note_news(self, event: Heard) -> None:
        self._errands[event.errand] = event.news
        self._show_going_on()

    @on(Done)
    def _take_news(self, event: Done) -> None:
        del self._errands[event.errand]
        self._show_going_on()
        if event.library:
            self.grow(event.library)
        if event.why:
            self.say(event.why, "error")
        elif said := tidings(event.errand, named_as(self.listed_sources, event.news)):
            self.say(said, "error" if event.news.failed else "plain")

    def _show_going_on(self) -> None:
        said = dict.fromkeys(going_on(*each) for each in self._errands.items())
        pieces = [Piece(each, "muted") for each in said]
        if count := troubles(self.listed_sources):
            pieces.append(Piece(Clean(f"! {count}"), "error"))
        self.status.go_on(*pieces)

    # what they are begun by

    def action_update(self) -> None:
        """Read the sources that are due."""
        self.begin(Errand("update"))

    def action_full_text(self) -> None:
        """Get the full texts of the teasers that are chosen, or of the one under the cursor."""
        wanted = self.meant & self.reader.search(_TEASERS).hits
        if wanted:
            self.begin(Errand("fetch", tuple(self.reader.corpus.ids(position)[0] for position in wanted)))
        else:
            self.say(_("no teaser here: the text is all there is"))

    def see_sources(self) -> None:
        """See how the sources stand."""
        if self.outside.sources and self.is_first:
            self._see_sources(self.outside.sources)

    @work(thread=True)
    def _see_sources(self, opened: Callable[[], Sources]) -> None:
        try:
            self.post_message(self.Stood(opened().listed()))
        except ZjreaderError as error:
            self.post_message(self.NotKept(clean_line(str(error))))

    @on(Stood)
    def _take_sources(self, event: Stood) -> None:
        self.listed_sources = event.listed
        self._show_going_on()

    def _begin_what_is_due(self) -> None:
        now = self.reader.now()
        due = tuple(each.address for each in self.listed_sources if each.due and each.due <= now)
        if due and not {"due", "update"}.intersection(errand.act for errand in self._errands):
            self.begin(Errand("due", due))
