-- The library, version 2: how each source answered, as far as its next reading has to know (`article.Reach`).

CREATE TABLE reach (
    source     INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    moved      TEXT,                   -- where it lies now for good
    wait_until TEXT,                   -- before then it does not want to be asked
    private    INTEGER NOT NULL,       -- its host lies in a private network, and a person typed it
    failing    TEXT                    -- since when each reading went wrong
) STRICT;
