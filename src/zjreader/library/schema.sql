-- The library, version 1: articles, their versions, how they are found again, and what each source last brought.
-- A blank line parts statements. A later version adds a step of its own (database.py) and never changes this one.

CREATE TABLE source (
    number   INTEGER PRIMARY KEY,
    address  TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL,            -- JSON; other settings make all its documents new
    device   TEXT NOT NULL,            -- that gave it: elsewhere it is listed and not read
    added    TEXT NOT NULL,
    read     TEXT,                     -- when it was last read to its end
    problem  TEXT,                     -- what was last wrong with it as a whole
    removed  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What of a source was wholly taken, and in which state: unchanged, it is not read again.
CREATE TABLE document (
    source  INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    address TEXT NOT NULL,
    stamp   TEXT NOT NULL,
    PRIMARY KEY (source, address)
) STRICT, WITHOUT ROWID;

-- Links that articles of different titles bear in a source: they never identify there again.
CREATE TABLE shared_link (
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    link   TEXT NOT NULL,
    PRIMARY KEY (source, link)
) STRICT, WITHOUT ROWID;

CREATE TABLE dictionary (
    number INTEGER PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- `number` is the order of arrival and never given twice: what was purged keeps its row, without a record. What was
-- joined into another keeps its own record.
CREATE TABLE article (
    number     INTEGER PRIMARY KEY,
    source     INTEGER NOT NULL REFERENCES source,
    changed    INTEGER NOT NULL,       -- the change (SQLite's counter) that this row came or was changed in
    is_full    INTEGER NOT NULL,
    joined     INTEGER REFERENCES article,
    dictionary INTEGER REFERENCES dictionary,
    record     BLOB
) STRICT;

CREATE INDEX article_by_change ON article (changed);

CREATE INDEX article_by_source ON article (source);

CREATE INDEX article_by_joined ON article (joined) WHERE joined IS NOT NULL;

-- The sources that brought an article beside its first.
CREATE TABLE also_in (
    source  INTEGER NOT NULL REFERENCES source,
    article INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX also_in_by_article ON also_in (article);

-- Earlier versions; the newest is the article's own record.
CREATE TABLE version (
    article    INTEGER NOT NULL REFERENCES article,
    number     INTEGER NOT NULL,
    until      TEXT NOT NULL,          -- when the next one came
    dictionary INTEGER REFERENCES dictionary,
    record     BLOB NOT NULL,
    PRIMARY KEY (article, number)
) STRICT;

-- By what an article is found (signs.py). No foreign key: it would cost an index of ten million rows to check.
CREATE TABLE sign (
    sign    INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (sign, article)
) STRICT, WITHOUT ROWID;

-- Joins that rules made and that the journal may not hold yet.
CREATE TABLE joined (
    pointing TEXT PRIMARY KEY,
    kept     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
