"""What one search finds out on its way and need not find out twice, whether it goes in one step or in slices.

Whether any article bears a value, whether letters are initials, what a saved query finds: none of it depends on the
articles that are just looked at. Expressions keep their budget of time for the whole search.
"""

from zjreader.corpus.positions import Positions
from zjreader.messages import _n
from zjreader.query.patterns import Expression
from zjreader.query.tree import Held
from zjreader.text.clean import Clean


class Learnt:
    """Sentences about what was answered otherwise than asked, and the answers that hold for all articles."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.said: list[str] = []
        self.borne: dict[Held, bool] = {}
        self.initials: dict[Clean, bool] = {}
        self.views: dict[Clean, Positions] = {}
        self._expressions: dict[tuple[Clean, bool], Expression] = {}

    def expression(self, source: Clean, *, folded: bool) -> Expression:
        """An expression, compiled once, with what is left of its time; raises WrongExpressionError."""
        if (source, folded) not in self._expressions:
            self._expressions[source, folded] = Expression(source, folded=folded)
        return self._expressions[source, folded]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be said of the search so far, each sentence once."""
        return tuple(dict.fromkeys([*self.said, *self._of_expressions()]))

    def _of_expressions(self) -> list[str]:
        return [
            f"/{source}/: "
            + _n(
                "{count} article took too long and was left out",
                "{count} articles took too long and were left out",
                expression.left_out,
            )
            for (source, _folded), expression in self._expressions.items()
            if expression.left_out
        ]
