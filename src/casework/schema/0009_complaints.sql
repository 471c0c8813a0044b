-- What returnees complain of and suggest, and what they are told.

-- How many days an answer may take, from a day on. The first row is the programme's default; a State sets its own.
CREATE TABLE complaint_terms (
    from_on     TEXT PRIMARY KEY,
    answer_days INTEGER NOT NULL CHECK (answer_days BETWEEN 1 AND 180),
    source      TEXT NOT NULL,                      -- law or decision it rests on
    set_by      TEXT NOT NULL
);
INSERT INTO complaint_terms (from_on, answer_days, source, set_by)
    VALUES ('1970-01-01', 30, 'Default of Homeward; the programme sets the term of its own law', 'system');

CREATE TABLE complaints (
    id            TEXT PRIMARY KEY,                 -- UUIDv7
    reference     TEXT NOT NULL UNIQUE,             -- C-2026-00007: names nobody, may be said aloud
    kind          TEXT NOT NULL CHECK (kind IN ('complaint', 'feedback')),
    case_id       TEXT REFERENCES case_files (id),  -- NULL: anonymous; its texts are then under a key of its own
    region        TEXT NOT NULL,
    about         TEXT NOT NULL CHECK (about IN ('service', 'decision', 'privacy', 'staff', 'supervisor', 'other')),
    about_account TEXT REFERENCES accounts (id),
    via           TEXT NOT NULL CHECK (via IN ('in_person', 'phone', 'letter', 'box', 'other_body')),
    received_on   TEXT NOT NULL,
    received_by   TEXT NOT NULL,
    received_at   TEXT NOT NULL,
    answer_by     TEXT NOT NULL,
    level         TEXT NOT NULL CHECK (level IN ('supervisor', 'coordinator')),
    text_sealed   BLOB NOT NULL,
    answer_sealed BLOB,
    answered_by   TEXT,
    answered_on   TEXT,
    satisfied     TEXT CHECK (satisfied IN ('yes', 'partly', 'no', 'not_reached')),
    version       INTEGER NOT NULL,
    request_id    TEXT,
    CHECK ((about IN ('staff', 'supervisor')) OR about_account IS NULL),
    CHECK (about <> 'supervisor' OR level = 'coordinator'),
    CHECK ((answered_on IS NULL) = (answer_sealed IS NULL)),
    CHECK (satisfied IS NULL OR answered_on IS NOT NULL)
);
CREATE INDEX complaints_by_case ON complaints (case_id, id DESC) WHERE case_id IS NOT NULL;
CREATE INDEX complaints_by_region ON complaints (region, answer_by, id);
CREATE INDEX complaints_by_level ON complaints (level, answer_by, id);
CREATE INDEX complaints_by_receiver ON complaints (received_by, answer_by, id);
CREATE UNIQUE INDEX complaints_by_request ON complaints (request_id) WHERE request_id IS NOT NULL;

-- What became of one. Rows stay: what was answered before an escalation is read here.
CREATE TABLE complaint_moves (
    id           TEXT PRIMARY KEY,                  -- UUIDv7
    complaint_id TEXT NOT NULL REFERENCES complaints (id),
    kind         TEXT NOT NULL CHECK (kind IN ('received', 'answered', 'asked', 'escalated')),
    text_sealed  BLOB NOT NULL,
    moved_by     TEXT NOT NULL,
    moved_at     TEXT NOT NULL
);
CREATE INDEX complaint_moves_by_complaint ON complaint_moves (complaint_id, id);

-- For counting, without a name or a text.
CREATE VIEW complaint_facts AS
    SELECT region, kind, about, via, level, received_on, answer_by, answered_on, satisfied,
           EXISTS (SELECT 1 FROM complaint_moves m WHERE m.complaint_id = complaints.id AND m.kind = 'escalated') AS escalated
    FROM complaints;
