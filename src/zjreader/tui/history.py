"""Earlier queries, as the query line recalls them: newest last, none twice, what was being typed kept below them."""

from typing import NamedTuple

from zjreader.text.clean import Clean

MOST = 100
"""Queries that are remembered."""


class History(NamedTuple):
    """Queries and the place one stands on; past the last of them stands `draft`, what was typed before going back."""

    queries: tuple[Clean, ...] = ()
    back: int = 0
    draft: Clean = Clean("")

    @property
    def shown(self) -> Clean:
        """The query at the place, counted `back` from the draft."""
        return self.queries[-self.back] if self.back else self.draft

    def recalled(self, typed: Clean, step: int) -> "History":
        """A step to earlier queries (-1) or later ones (1), as far as there are any; `typed` is kept on leaving it."""
        draft = self.draft if self.back else typed
        return self._replace(back=max(0, min(self.back - step, len(self.queries))), draft=draft)

    def remembered(self, query: Clean) -> "History":
        """With a query as the newest and the place past it; a blank one is none."""
        asked = Clean(query.strip())
        if not asked:
            return History(self.queries)
        return History((*(each for each in self.queries if each != asked), asked)[-MOST:])
