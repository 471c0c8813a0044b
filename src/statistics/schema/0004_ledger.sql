-- The node's copy of the joint ledger, step by step as the Council told it.
CREATE TABLE joint_ledger (
    position     INTEGER PRIMARY KEY,             -- from 1, without gaps
    hash         TEXT NOT NULL,                   -- of the step; the next one and later entries name it
    member       TEXT NOT NULL,                   -- who says it: uz; council for figures
    place        INTEGER NOT NULL,                -- in the member's chain
    entry_id     TEXT NOT NULL UNIQUE,            -- UUIDv7
    entry_hash   TEXT NOT NULL,
    kind         TEXT NOT NULL,
    year         INTEGER NOT NULL,                -- of its tables; 0 without
    replaces     TEXT,                            -- the entry that stands no longer
    line         TEXT NOT NULL,                   -- `JointEntry` of api/exchange.yaml, as signed
    added_at     TEXT NOT NULL,
    UNIQUE (member, place)
);

-- Entries of this State from when they were made; those that the Council took stand in the joint ledger as well.
CREATE TABLE own_entries (
    id         TEXT PRIMARY KEY,                  -- UUIDv7
    place      INTEGER NOT NULL,                  -- given anew when the Council refused what was there
    previous   TEXT NOT NULL,
    entry_hash TEXT NOT NULL,
    kind       TEXT NOT NULL,
    year       INTEGER NOT NULL,
    replaces   TEXT,
    signed     TEXT NOT NULL,                     -- `SignedEntry` of api/exchange.yaml
    message_id TEXT NOT NULL,                     -- of the exchange: how it fares there is how it fares
    made_at    TEXT NOT NULL
);
CREATE INDEX own_entries_by_place ON own_entries (place, made_at);
