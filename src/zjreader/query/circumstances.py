"""What a question is asked of and in: corpus, states of articles, the time, saved queries, and what cuts words.

A search gathers sentences about what it answered otherwise than asked.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from zjreader.article import Record
from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.timed import NOTHING_TIMED, Timed
from zjreader.query.language import Query
from zjreader.query.learnt import Learnt
from zjreader.text.clean import Clean
from zjreader.text.words import Segmenter, news_words, segmenter


class States(NamedTuple):
    """Which articles are in which state, as sets; what the reader did to them.

    `labels` has each label that any article bears, with those that do, by name; `views` what each saved query asks, as
    it was typed, by name; `reads` when those that are read were.
    """

    read: Positions = NONE
    starred: Positions = NONE
    changed: Positions = NONE
    labels: tuple[tuple[Clean, Positions], ...] = ()
    views: tuple[tuple[Clean, Clean], ...] = ()
    reads: Timed = NOTHING_TIMED


class Circumstances(NamedTuple):
    """What a query's words mean here and now.

    `now` is aware and in the reader's zone; `views` has what each saved query asks, by name; `segments` cuts sentences
    into words. Without `complete` the corpus is a part of what is asked, so nothing is concluded from what it lacks.
    """

    now: datetime
    views: Mapping[Clean, Clean] = {}
    segments: Segmenter = segmenter(news_words)
    complete: bool = True


class Search(NamedTuple):
    """A query at work: what it is asked of, and what it finds out on its way."""

    query: Query
    corpus: Collection
    states: States
    here: Circumstances
    learnt: Learnt

    def where(self, among: Positions, holds: Callable[[Record], bool], *, whole: bool = False) -> Positions:
        """Those of some articles whose record is as it shall be; it has its blocks only if `whole`."""
        record = self.corpus.__getitem__ if whole else self.corpus.outline
        return Positions(position for position in among if holds(record(position)))
