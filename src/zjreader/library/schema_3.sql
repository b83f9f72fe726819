-- The library, version 3: what each source calls itself, and the texts that are still waited for.

ALTER TABLE reach ADD COLUMN title TEXT;  -- of its feed or its page, when it was last read

-- Teasers of sources that are to give full texts, by an id that is theirs for ever, until their links gave a text or a
-- definite no.
CREATE TABLE awaited (
    id     TEXT PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    tries  INTEGER NOT NULL DEFAULT 0, -- that failed in a way that may pass
    again  INTEGER NOT NULL DEFAULT 0  -- before then (Unix time) the link is left alone
) STRICT;
