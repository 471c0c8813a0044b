-- A file handed over to another worker, district or region: proposed with a note, accepted or refused by who receives it. Rows
-- stay: they tell who had the file before.
CREATE TABLE case_transfers (
    id            TEXT PRIMARY KEY,                 -- UUIDv7
    case_id       TEXT NOT NULL REFERENCES case_files (id),
    from_account  TEXT,
    from_region   TEXT NOT NULL,
    from_district TEXT NOT NULL,
    to_region     TEXT NOT NULL,
    to_district   TEXT NOT NULL,                    -- '' where it stays open
    to_account    TEXT,                             -- the worker asked; once accepted, the worker whose it is
    note_sealed   BLOB NOT NULL,
    proposed_by   TEXT NOT NULL,
    proposed_at   TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'withdrawn')),
    decided_by    TEXT,
    decided_at    TEXT,
    own_work      INTEGER NOT NULL DEFAULT 0 CHECK (own_work IN (0, 1)),
    reason_sealed BLOB,
    CHECK ((state = 'waiting') = (decided_by IS NULL)),
    CHECK (state <> 'accepted' OR (to_account IS NOT NULL AND (decided_by <> proposed_by OR own_work = 1)))
);
CREATE INDEX case_transfers_by_case ON case_transfers (case_id, id);
CREATE UNIQUE INDEX case_transfers_waiting ON case_transfers (case_id) WHERE state = 'waiting';
CREATE INDEX case_transfers_to_region ON case_transfers (to_region) WHERE state = 'waiting';
CREATE INDEX case_transfers_to_account ON case_transfers (to_account) WHERE state = 'waiting';

-- From how many open files a worker's load is said to be over the mark; the newest row counts.
CREATE TABLE caseload_marks (
    id     TEXT PRIMARY KEY,                        -- UUIDv7
    mark   INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 200),
    source TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL
);
