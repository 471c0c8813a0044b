-- The joint ledger: what each member showed, corrected or took back, in the order in which the Council took it.
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
-- Up to which step each State has been told.
CREATE TABLE ledger_told (
    member     TEXT PRIMARY KEY,
    position   INTEGER NOT NULL,
    message_id TEXT                               -- the last one
);

-- A release that its State took back stays, and says so.
ALTER TABLE releases ADD COLUMN entry_id TEXT;              -- in the ledger; NULL for what came before there was one
ALTER TABLE releases ADD COLUMN withdrawn_at TEXT;
ALTER TABLE releases ADD COLUMN withdrawn_reason TEXT;
CREATE UNIQUE INDEX releases_by_entry ON releases (entry_id) WHERE entry_id IS NOT NULL;
