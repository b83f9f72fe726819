"""A source's own rhythm: how often it brings news, and whether it has fallen silent against that.

Counts days, not articles, so that a busy day is one; a holiday of a week silences nobody who is published daily.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

TELLING: Final = 5
"""Days with news from which on there is a rhythm."""

PATIENCE: Final = 4
"""Times the usual gap between two of them."""

SHORTEST: Final = timedelta(days=8)
"""Below which nobody is silent: the longest public holidays in China last eight days."""


def silence(standing: Iterable[int], now: datetime) -> timedelta | None:
    """For how long a source has been silent, where that is against its rhythm; `standing` are seconds (Unix time)."""
    days = sorted({second // 86_400 for second in standing})
    if len(days) < TELLING:
        return None
    usual = median(later - earlier for earlier, later in pairwise(days))
    silent = timedelta(days=int(now.timestamp()) // 86_400 - days[-1])
    return silent if silent > max(SHORTEST, PATIENCE * timedelta(days=usual)) else None
