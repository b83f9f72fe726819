"""Text -> the terms of a query, by descent: or, and, not, then brackets, FIELD:value and texts.

Nothing is ignored silently: what cannot be read is an error with its place, and what was read as text although it looks
like more is said in a note. Brackets nest at most `DEEPEST` deep, so that no text is too deep to be read.
"""

from typing import NamedTuple

from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.query import signs
from zjreader.query.fields import NAMES, SCHEMES, STATES, Named, field_named, nearest, slip_of
from zjreader.query.patterns import Expression, WrongExpressionError
from zjreader.query.tree import All, Held, Pattern, Term, Text, View, Whole, Word, all_of, any_of, denied
from zjreader.query.values import Option, Value, read_value
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

DEEPEST = 60
_IS = "是"  # a word of any headline, unless a state follows it


class Note(NamedTuple):
    """Something the reader should know of how a query was understood: where it stands and a sentence."""

    position: int
    says: str


class NamedView(NamedTuple):
    """A saved query that is asked for: where its name stands, and the name."""

    position: int
    name: Clean


class Sentence(NamedTuple):
    """What a text asks for: terms that must all hold, the options beside them, and what is to be said of them.

    `views` are the saved queries among the terms, in the order in which they stand.
    """

    terms: tuple[Term, ...]
    options: tuple[Option, ...]
    notes: tuple[Note, ...]
    views: tuple[NamedView, ...] = ()


def read_sentence(text: Clean) -> Sentence:
    """Read a query on one line; raises QueryError with the place of what cannot be read."""
    return _Reading(text).sentence()


class _Reading:
    """A text on its way to terms: reads at a place, gives what stands there and where that ends."""

    def __init__(self, text: Clean) -> None:
        self.text = text
        self.pairs = signs.partners(text)
        self.options: list[Option] = []
        self.notes: list[Note] = []
        self.views: list[NamedView] = []
        self.depth = 0

    def sentence(self) -> Sentence:
        if address := self._lone_address():
            return Sentence((address,), (), ())
        term = self._alternatives(0, len(self.text), None)
        terms = all_of([term] if term else ())
        return Sentence(terms, tuple(self.options), tuple(self.notes), tuple(self.views))

    def _lone_address(self) -> Term | None:
        scheme, colon, rest = self.text.partition("://")
        alone = colon and rest and scheme.lower() in SCHEMES and not set(rest) & set(signs.BLANKS)
        return Held("url", "url", Word(self.text)) if alone else None

    def _alternatives(self, at: int, end: int, within: Named | None) -> Term | None:
        """All alternatives from `at` to `end`; None where nothing is asked for."""
        chosen: list[Term] = []
        while at < end:
            terms, at = self._side_by_side(at, end, within)
            if terms:
                chosen.append(terms[0] if len(terms) == 1 else All(terms))
        return any_of(chosen) if chosen else None

    def _side_by_side(self, at: int, end: int, within: Named | None) -> tuple[tuple[Term, ...], int]:
        """The terms up to the next alternative, and where that begins."""
        terms: list[Term] = []
        times, expected = 0, False
        while (at := signs.skip_blanks(self.text, at, end)) < end:
            if expected and not times:
                if stop := self._choice(at, end):
                    return all_of(terms), stop
                if stop := signs.operator(self.text, at, end, signs.AND_WORDS):
                    at, expected = stop, False
                    continue
            if stop := signs.operator(self.text, at, end, signs.NOT_WORDS):
                at, times = stop, times + 1
                continue
            marks = signs.denials(self.text, at, end)
            at, times = at + marks, times + marks
            term, at = self._primary(at, end, within, denying=times > 0)
            if term:
                terms.append(denied(term) if times % 2 else term)
            times, expected = 0, True
        return all_of(terms), end

    def _choice(self, at: int, end: int) -> int:
        """Where the sign or word of a choice ends; 0 for none."""
        bar = at > 0 and signs.is_bar(self.text, at, end)
        return at + 1 if bar else signs.operator(self.text, at, end, signs.OR_WORDS)

    def _primary(self, at: int, end: int, within: Named | None, *, denying: bool) -> tuple[Term | None, int]:
        if (close := self.pairs.get(at, end)) < end and self.text[at + 1 : close].strip(signs.BLANKS):
            return self._group(at, close, within), close + 1
        if within is None and (found := self._field(at, end, denying=denying)):
            return found
        text, stop = self._text(at, end)
        if within and text:
            return self._valued(within, text, at, denying=denying), stop
        return text, stop

    def _group(self, at: int, close: int, within: Named | None) -> Term | None:
        if self.depth == DEEPEST:
            raise self._error(_("brackets stand at most {count} deep").format(count=DEEPEST), at)
        self.depth += 1
        term = self._alternatives(at + 1, close, within)
        self.depth -= 1
        return term

    def _text(self, at: int, end: int) -> tuple[Text | None, int]:
        """A quotation, an expression, a whole word or a bare one; None where quotes hold nothing to look for."""
        if quoted := signs.quotation(self.text, at, end):
            return self._word(quoted.text), quoted.stop
        if slashed := signs.slashed(self.text, at, end):
            return self._expression(slashed.text, at + 1), slashed.stop
        if self.text[at] in signs.WHOLE and (whole := self._whole(at + 1, end)):
            return whole
        stop = signs.word_end(self.text, at, end)
        return Word(Clean(self.text[at:stop])), stop

    def _word(self, text: str) -> Word | None:
        return Word(Clean(text)) if squeeze(fold(text)).strip() else None

    def _whole(self, at: int, end: int) -> tuple[Text | None, int] | None:
        """What `=` asks for; None where it is a sign of a word, as before another or before nothing."""
        if at == end or self.text[at] in signs.BLANKS + signs.WHOLE:
            return None
        if quoted := signs.quotation(self.text, at, end):
            word = self._word(quoted.text)
            return word and Whole(word.text), quoted.stop
        stop = signs.word_end(self.text, at, end)
        return Whole(Clean(self.text[at:stop])), stop

    def _expression(self, source: str, at: int) -> Pattern:
        """An expression that can be read both folded and as it is written, since `fold:off` may still come."""
        try:
            for folded in (True, False):
                Expression(source, folded=folded)
        except WrongExpressionError as error:
            what = _("no regular expression: {why}; in quotes it is text").format(why=error)
            raise self._error(what, at + error.position) from error
        return Pattern(Clean(source))

    def _field(self, at: int, end: int, *, denying: bool) -> tuple[Term | None, int] | None:
        """What FIELD:value asks for; None where no field is asked for."""
        stop = signs.word_end(self.text, at, end)
        colon = next((place for place in range(at, stop) if self.text[place] in signs.COLONS), stop)
        name = fold(self.text[at:colon])
        if colon == stop or not name:
            return None
        named = field_named(name)
        if named is None:
            self._say_no_field(name, at, colon)
            return None
        value = colon + 1
        if value == end or self.text[value] in signs.BLANKS:
            self._say_no_value(name, at, value)
            return None
        if self.pairs.get(value, end) < end:
            return self._primary(value, end, named, denying=denying)
        if name == _IS and self.text[value] not in signs.QUOTES and fold(self.text[value:stop]) not in STATES:
            self.notes.append(Note(at, _("“{name}” asks for no state here and was taken as text").format(name=name)))
            return None
        text, after = self._text(value, end)
        if text is None:
            raise self._missing(name, value)
        return self._valued(named, text, value, denying=denying), after

    def _say_no_field(self, name: str, at: int, colon: int) -> None:
        """A name before a colon that is no field is text, unless it is a slip of the finger."""
        if meant := slip_of(name):
            what = _("no field is called “{name}”; did you mean {nearest}? In quotes it is text")
            raise self._error(what.format(name=name, nearest=meant), at)
        if name in SCHEMES or not name.isalpha():
            return
        meant = nearest(name, tuple(NAMES))
        says = _("“{name}” is no field and was taken as text").format(name=self.text[at:colon])
        if meant:
            says = _("{note}; nearest: {nearest}").format(note=says, nearest=meant)
        self.notes.append(Note(at, says))

    def _say_no_value(self, name: str, at: int, value: int) -> None:
        """A field without a value: a Latin name was meant as one, a Chinese one stands in pasted text."""
        if name.isascii():
            raise self._missing(name, value)
        self.notes.append(Note(at, _("“{name}” has no value behind it and was taken as text").format(name=name)))

    def _missing(self, name: str, at: int) -> QueryError:
        return self._error(_("{name}: needs a value right behind the colon").format(name=name), at)

    def _valued(self, named: Named, text: Text, at: int, *, denying: bool) -> Term | None:
        """The term for a value; options are put aside, which no other term can be."""
        value: Value = read_value(named, text)
        if isinstance(value, str):
            raise self._error(value, at)
        if isinstance(value, View):
            self.views.append(NamedView(at, value.name))
        if not isinstance(value, Option):
            return value
        if self.depth or denying:
            raise self._error(_("{name}: stands by itself, outside brackets").format(name=value.name), at)
        if value.name in {option.name for option in self.options}:
            raise self._error(_("{name}: was given before").format(name=value.name), at)
        self.options.append(value)
        return None

    def _error(self, what: str, position: int) -> QueryError:
        return QueryError(what, self.text, position)
