"""How many of some results bear each value of a field: what the filter pane and `count` say."""

from zjreader.corpus.columns import Field
from zjreader.corpus.store import Corpus
from zjreader.query.match import Results


def counts(corpus: Corpus, results: Results, field: Field) -> dict[str, int]:
    """A field's values among the results with their numbers, the commonest first."""
    return corpus.column(field).counts(results.hits)
