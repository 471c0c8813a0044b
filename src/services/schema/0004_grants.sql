-- Loans and equipment. They live apart from what psychologists write, and who reads one does not read the other.
CREATE TABLE grants (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    person_id      TEXT NOT NULL REFERENCES persons (id),
    order_id       TEXT REFERENCES service_orders (id),  -- the service that it fulfils
    kind           TEXT NOT NULL CHECK (kind IN ('loan', 'equipment')),
    amount         INTEGER NOT NULL CHECK (amount >= 0),  -- asked for, in whole units of the currency; of equipment its worth
    currency       TEXT NOT NULL,                    -- ISO 4217
    words_sealed   BLOB NOT NULL,                    -- JSON: purpose, what is given
    decision       TEXT CHECK (decision IN ('granted', 'refused')),
    granted        INTEGER CHECK (granted >= 0),
    decided_on     TEXT,
    decision_sealed BLOB,                            -- JSON: which body decided, its words
    written_by     TEXT NOT NULL,
    written_at     TEXT NOT NULL,
    version        INTEGER NOT NULL,
    CHECK ((decision IS NULL) = (decided_on IS NULL)),
    CHECK ((decision = 'granted') = (granted IS NOT NULL) OR decision IS NULL)
);
CREATE INDEX grants_by_case ON grants (case_id, id);

-- What happened with it: paid out, handed over, paid back, the business visited. Rows stay.
CREATE TABLE grant_events (
    id          TEXT PRIMARY KEY,
    grant_id    TEXT NOT NULL REFERENCES grants (id),
    kind        TEXT NOT NULL CHECK (kind IN ('paid_out', 'handed_over', 'repaid', 'visit')),
    day         TEXT NOT NULL,
    amount      INTEGER CHECK (amount > 0),
    business    TEXT CHECK (business IN ('not_begun', 'at_work', 'paused', 'ended')),
    note_sealed BLOB NOT NULL,
    written_by  TEXT NOT NULL,
    written_at  TEXT NOT NULL,
    CHECK ((kind IN ('paid_out', 'repaid')) = (amount IS NOT NULL)),
    CHECK ((kind = 'visit') = (business IS NOT NULL))
);
CREATE INDEX grant_events_by_grant ON grant_events (grant_id, day, id);
