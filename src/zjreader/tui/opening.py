"""What a screen is opened with, as one value: whom it asks, what it begins with, and what it may do outside."""

from typing import NamedTuple

from zjreader.library.resume import NOWHERE, Resume
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.outside import ALONE, Outside

REST = 0.06
"""Seconds without a key after which the article follows the cursor; CONTRACT §5 allows 0.15."""


WORDS_AFTER = 1.0
"""Seconds without a key after which the words are loaded that texts are cut by: for 0.2 of them no key is heard."""

CHECK_AFTER = 10.0
"""Seconds after which nobody waits for the first screen any more."""

LOOK_EVERY = 60.0
"""Seconds between two looks whether a source wants to be read again; an hour is what such sources ask for."""


class Opening(NamedTuple):
    """`title` says what is being read, `query` what is asked at first, `resume` where the reader left off.

    Times are in seconds. At a `rest` of 0 the article follows each key, at a `words_after` of 0 words are loaded when
    they are asked for; after `check_after` damage is looked for, and what is wrong with sources; each `look_every`,
    whether one is due. `lasting` is a library, where an article never changes its position.
    """

    reader: Reader
    title: Clean
    query: Query = Query()
    settings: Settings = DEFAULTS
    resume: Resume = NOWHERE
    outside: Outside = ALONE
    rest: float = REST
    words_after: float = WORDS_AFTER
    check_after: float = CHECK_AFTER
    look_every: float = LOOK_EVERY
    lasting: bool = False
