"""What is said of a query and its answer, under the query line; the loose question, where all words found nothing."""

from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.query.loosening import loosened
from zjreader.query.results import Results
from zjreader.text.clean import clean_line
from zjreader.tui.counting import CountingScreen


class TellingScreen(CountingScreen):
    """Panes in which an answer is spoken of."""

    def tell(self, results: Results) -> None:
        """Say it under the query line."""
        said = [*(note.says for note in self.notes), *results.said]
        if offer := self._loose_question(results):
            key = self.keymap.first("query.loosen")
            said.append(_("nothing has all of it; {key} asks loosely: {query}").format(key=key, query=offer))
        self.filter_pane.remarks.show(*map(clean_line, dict.fromkeys(said)))

    def action_loosen(self) -> None:
        """Ask the loose question that is offered."""
        if offer := self._loose_question(self.reader.search(self.asked)):
            self.filter_pane.query_line.value = str(offer)
        else:
            self.say(_("only two words or more that found nothing together can be asked loosely"))

    def _loose_question(self, results: Results) -> Query | None:
        """The hits are asked for only where there is something to offer."""
        offer = loosened(self.typed)
        return None if offer is None or results.hits else offer
