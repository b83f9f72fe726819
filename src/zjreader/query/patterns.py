"""Regular expressions of users, which can never hang the program: the only user of the `regex` package.

Compared by the search key, as words are, unless folding is off. One article may take `EACH` seconds, and what slow ones
take beyond `FREE` may come to `ALTOGETHER` in one search; what is not looked at for that is counted, and the caller
says so. An expression that is not slow sees every article, however many there are. Time is the thread's own: what other
programs take of the machine is not held against an expression.
"""

from collections.abc import Callable, Iterable
from time import thread_time

from zjreader.article import Span
from zjreader.text.fold import fold

EACH = 0.05
"""Seconds that one article may take."""

FREE = 0.001
"""Seconds of an article that are not held against an expression: a long text, folded and read once, takes so many."""

ALTOGETHER = 1.0
"""Seconds that one expression may lose with slow articles in one search."""


class WrongExpressionError(ValueError):
    """No regular expression: the compiler's own words, and the place in the expression."""

    def __init__(self, why: str, position: int) -> None:
        super().__init__(why)
        self.position = position


class Expression:
    """A compiled expression with its budget of time, for one search."""

    def __init__(self, source: str, *, folded: bool = True, clock: Callable[[], float] = thread_time) -> None:
        """Raises WrongExpressionError. `folded` compares by the search key; `clock` gives seconds of work."""
        import regex

        flags = regex.MULTILINE | (regex.IGNORECASE if folded else 0)
        try:
            self._compiled = regex.compile(_folded(source) if folded else source, flags)
        except (regex.error, OverflowError, RecursionError, IndexError) as error:
            raise WrongExpressionError(str(getattr(error, "msg", error)), getattr(error, "pos", None) or 0) from error
        self._fold = fold if folded else str
        self._clock = clock
        self._spent = 0.0
        self.left_out = 0

    def holds(self, texts: Iterable[str]) -> bool:
        """Whether it is found in any of an article's texts; an article that takes too long is left out and counted."""
        if self._spent >= ALTOGETHER:
            self.left_out += 1
            return False
        began = self._clock()
        try:
            return any(self._found(text, began) for text in texts)
        except TimeoutError:
            self.left_out += 1
            return False
        finally:
            self._spent += max(0.0, self._clock() - began - FREE)

    def _found(self, text: str, began: float) -> bool:
        """Whether it is found; tried again where the machine was busy with others when time ran out."""
        while True:
            try:
                return self._compiled.search(self._fold(text), timeout=EACH) is not None
            except TimeoutError:
                if self._clock() - began >= EACH:
                    raise

    def spans(self, text: str) -> list[Span]:
        """Where it is found, in the text's own offsets, without the places that hold no character."""
        found: list[Span] = []
        try:
            matches = self._compiled.finditer(self._fold(text), timeout=EACH)
            found.extend(Span(*match.span()) for match in matches if match.end() > match.start())
        except TimeoutError:
            return found
        return found


def _folded(source: str) -> str:
    """The expression as the search key has it; what becomes an ASCII sign by that means itself."""
    return "".join(sign if sign.isascii() else _plain(fold(sign)) for sign in source)


def _plain(sign: str) -> str:
    return f"\\{sign}" if sign.isascii() and not sign.isalnum() else sign
