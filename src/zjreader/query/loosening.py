"""What may be asked instead: the loose question, where all words together found nothing."""

from zjreader.query.language import Query
from zjreader.query.tree import About, Word
from zjreader.text.clean import Clean


def loosened(query: Query) -> Query | None:
    """The query with its words as one loose question, all else as it is; None for fewer than two words to loosen."""
    words = [term.text for term in query.terms if isinstance(term, Word)]
    if len(words) < 2:  # noqa: PLR2004 -- one word by itself is no AND
        return None
    others = tuple(term for term in query.terms if not isinstance(term, Word))
    return query._replace(terms=(About(Clean(" ".join(words))), *others))
