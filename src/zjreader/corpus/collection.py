"""What can be asked of articles, wherever they lie: in memory (`store.Corpus`) or in mapped files (`image.Image`).

All answers are exact, but for `candidates`, which says whether it is. A position is the order of arrival, fixed for a
generation; those of removed articles are in no set.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from zjreader.article import Headline, Record
from zjreader.corpus.columns import Column, Field, Order
from zjreader.corpus.positions import Positions
from zjreader.text.clean import Clean


class Candidates(NamedTuple):
    """Articles that may hold a key, none that does left out; `exact` where they all do."""

    positions: Positions
    exact: bool


class Collection(Protocol):
    """Articles by position, frozen; asked by query, reader and both front ends."""

    @property
    def generation(self) -> int:
        """Another one may have the same articles at other positions."""

    @property
    def everything(self) -> Positions:
        """All articles."""

    @property
    def changed(self) -> Positions:
        """The articles with earlier versions."""

    def __len__(self) -> int:
        """How many articles."""

    def __getitem__(self, position: int, /) -> Record:
        """The record at a position."""

    def since(self, before: "Collection") -> Positions:
        """The articles whose ids or texts may be others than at their positions in an earlier state; none left out."""

    def headline(self, position: int) -> Headline:
        """The row of the list for an article, without its state."""

    def outline(self, position: int) -> Record:
        """The record, perhaps without its blocks, but with its length: for a row of a list or a table."""

    def ids(self, position: int) -> tuple[Clean, ...]:
        """All ids of an article, the one shown first."""

    def changed_at(self, position: int) -> int:
        """When an article's text became another one, as `Record.changed_at` has it."""

    def column(self, field: Field) -> Column:
        """A field's values with their articles."""

    def gathered(self, *fields: Field) -> Iterator[None]:
        """Has these columns ready in the end; until then yields after some milliseconds each, and may be left."""

    def candidates(self, key: str, among: Positions) -> Candidates:
        """Which of these articles may hold a squeezed search key, as far as can be told without looking at texts."""

    def holding(self, key: str, among: Positions) -> Positions:
        """Which of these articles hold a squeezed search key in title, summary or body."""

    def holds(self, key: str, position: int) -> bool:
        """Whether an article does."""

    def position(self, identity: str) -> int | None:
        """Where the article with this id stands; None where there is none."""

    def beginning(self, prefix: str) -> Positions:
        """The articles with an id that begins so; none for a prefix that is too short to name one."""

    def bearers(self, identities: Iterable[Clean]) -> Iterator[tuple[Clean, int]]:
        """Those of these ids that articles bear, each with its article."""

    def ordered(self, hits: Positions, order: Order, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order, the first ones as soon as they are found."""

    def window(self, hits: Positions, order: Order, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The positions `start` up to `stop` of the hits, in an order."""

    def rank(self, hits: Positions, order: Order, position: int) -> int | None:
        """The place of a position among the hits in an order; None if it is not one of them."""


def bearing(corpus: Collection, identities: Iterable[Clean]) -> Positions:
    """The articles that bear any of these ids."""
    return Positions(position for _identity, position in corpus.bearers(identities))
