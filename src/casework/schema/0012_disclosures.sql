-- What a court or an authority orders by law to be told of a person: its own procedure, of two persons, beside every case file.
-- There is no account for whoever asks: what leaves is one page, made once.
CREATE TABLE lawful_orders (
    id               TEXT PRIMARY KEY,               -- UUIDv7
    reference        TEXT NOT NULL UNIQUE,           -- LO-2026-00007: ours; names nobody
    person_id        TEXT NOT NULL REFERENCES persons (id),
    issuer_kind      TEXT NOT NULL CHECK (issuer_kind IN ('court', 'prosecutor', 'authority')),
    issuer_sealed    BLOB NOT NULL,                  -- which court or authority
    number_sealed    BLOB NOT NULL,                  -- its reference
    law_sealed       BLOB NOT NULL,                  -- article and law that it rests on
    asked_sealed     BLOB NOT NULL,                  -- what it asks for
    dated_on         TEXT NOT NULL,
    answer_by        TEXT NOT NULL,                  -- the last day
    recorded_by      TEXT NOT NULL REFERENCES accounts (id),
    recorded_at      TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('recorded', 'proposed', 'disclosed', 'refused')),
    fields           TEXT NOT NULL,                  -- codes of the closed list, separated by commas; never the content
    why_sealed       BLOB NOT NULL,                  -- why these and no others
    proposed_by      TEXT REFERENCES accounts (id),
    proposed_at      TEXT,
    decided_by       TEXT REFERENCES accounts (id),
    decided_at       TEXT,
    decision_sealed  BLOB NOT NULL,
    size             INTEGER NOT NULL DEFAULT 0,     -- bytes of the extract; it lies in case_contents
    tell_on          TEXT,                           -- from this day the person is to be told
    not_yet_sealed   BLOB NOT NULL,                  -- by what law not before
    told_on          TEXT,
    told_by          TEXT REFERENCES accounts (id),
    version          INTEGER NOT NULL,
    request_id       TEXT NOT NULL UNIQUE,
    -- The second person holds whatever right an account was given: here nobody decides on their own work.
    CHECK (decided_by IS NULL OR (decided_by <> recorded_by AND decided_by <> proposed_by)),
    CHECK ((state IN ('disclosed', 'refused')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state <> 'disclosed' OR (fields <> '' AND size > 0 AND tell_on IS NOT NULL)),
    CHECK (told_on IS NULL OR (state = 'disclosed' AND told_on >= tell_on AND told_by IS NOT NULL))
);
CREATE INDEX lawful_orders_waiting ON lawful_orders (answer_by, id) WHERE decided_by IS NULL;
CREATE INDEX lawful_orders_to_tell ON lawful_orders (tell_on, id) WHERE tell_on IS NOT NULL AND told_on IS NULL;
CREATE INDEX lawful_orders_by_person ON lawful_orders (person_id, id);
CREATE UNIQUE INDEX lawful_orders_newest ON lawful_orders (recorded_at DESC, id DESC);

-- What was disclosed stays as it was.
CREATE TRIGGER lawful_orders_disclosed_once BEFORE UPDATE OF fields, state, decided_by, decided_at, size ON lawful_orders
WHEN old.state IN ('disclosed', 'refused')
BEGIN
    SELECT raise(ABORT, 'a lawful order is decided once');
END;
