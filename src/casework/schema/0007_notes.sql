-- Visits say how they went, in codes; and notes stand in compartments.

-- Where and for what a visit is made. Follow-up types: CPIMS+ (after reunification, in care, for a service, for an assessment).
ALTER TABLE case_visits ADD COLUMN kind TEXT NOT NULL DEFAULT 'home' CHECK (kind IN ('home', 'office', 'phone', 'school'));
ALTER TABLE case_visits ADD COLUMN purpose TEXT NOT NULL DEFAULT 'service'
    CHECK (purpose IN ('after_reunification', 'in_care', 'service', 'assessment'));
ALTER TABLE case_visits ADD COLUMN met TEXT NOT NULL DEFAULT '';      -- codes of who was met, with spaces between
ALTER TABLE case_visits ADD COLUMN wellbeing TEXT CHECK (wellbeing IN ('well', 'mixed', 'hard'));
ALTER TABLE case_visits ADD COLUMN plan_fit TEXT CHECK (plan_fit IN ('on_track', 'slower', 'change'));
ALTER TABLE case_visits ADD COLUMN support TEXT CHECK (support IN ('nothing_new', 'something_new', 'soon'));
ALTER TABLE case_visits ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE case_visits ADD COLUMN request_id TEXT;                   -- of the page that noted it: sent twice, it counts once
ALTER TABLE case_visits ADD COLUMN next_visit_id TEXT;                -- planned in the same breath
CREATE UNIQUE INDEX case_visits_by_request ON case_visits (request_id) WHERE request_id IS NOT NULL;

-- A planned visit that was put off. Rows stay.
CREATE TABLE visit_moves (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    visit_id    TEXT NOT NULL,
    case_id     TEXT NOT NULL REFERENCES case_files (id),
    from_on     TEXT NOT NULL,
    to_on       TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason IN ('family_asked', 'nobody_home', 'staff_away', 'road', 'plan_changed', 'other')),
    note_sealed BLOB NOT NULL,
    moved_by    TEXT NOT NULL,
    moved_at    TEXT NOT NULL
);
CREATE INDEX visit_moves_by_case ON visit_moves (case_id, id);

-- A planned visit that will not take place leaves the table of visits, so that nobody counts it as waiting.
CREATE TABLE cancelled_visits (
    id           TEXT PRIMARY KEY,                  -- that of the visit
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    due_on       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    planned_by   TEXT NOT NULL,
    planned_at   TEXT NOT NULL,
    reason       TEXT NOT NULL CHECK (reason IN ('family_asked', 'nobody_home', 'staff_away', 'road', 'plan_changed', 'other')),
    note_sealed  BLOB NOT NULL,
    cancelled_by TEXT NOT NULL,
    cancelled_at TEXT NOT NULL
);
CREATE INDEX cancelled_visits_by_case ON cancelled_visits (case_id, id);

-- Notes: of casework (`note`, and `guidance` of a supervisor), and of a psychologist's session. Whose eyes a text is for is
-- decided in casework/notes/compartment.cpp and nowhere else; attendance and next step of a session lie open.
CREATE TABLE case_notes (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    case_id     TEXT NOT NULL REFERENCES case_files (id),
    kind        TEXT NOT NULL CHECK (kind IN ('note', 'guidance', 'session')),
    state       TEXT NOT NULL CHECK (state IN ('draft', 'kept')),
    happened_on TEXT NOT NULL,
    attendance  TEXT CHECK (attendance IN ('came', 'came_late', 'did_not_come')),
    next_step   TEXT CHECK (next_step IN ('another_session', 'pause', 'ended', 'other_help')),
    next_on     TEXT,
    text_sealed BLOB NOT NULL,
    written_by  TEXT NOT NULL REFERENCES accounts (id),
    written_at  TEXT NOT NULL,
    changed_at  TEXT,
    version     INTEGER NOT NULL,
    request_id  TEXT,
    CHECK ((kind = 'session') = (attendance IS NOT NULL AND next_step IS NOT NULL)),
    CHECK (next_on IS NULL OR kind = 'session')
);
CREATE INDEX case_notes_by_case ON case_notes (case_id, happened_on DESC, id DESC);
CREATE INDEX case_notes_by_writer ON case_notes (written_by, next_on) WHERE kind = 'session';
CREATE UNIQUE INDEX case_notes_by_request ON case_notes (request_id) WHERE request_id IS NOT NULL;

-- Who goes on with a psychologist's notes on one person. Rows stay, so that each naming is seen.
CREATE TABLE note_successors (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    case_id    TEXT NOT NULL REFERENCES case_files (id),
    writer     TEXT NOT NULL REFERENCES accounts (id),
    successor  TEXT NOT NULL REFERENCES accounts (id),
    named_by   TEXT NOT NULL,
    named_at   TEXT NOT NULL,
    UNIQUE (case_id, writer, successor),
    CHECK (writer <> successor)
);

-- Under these keys pages seal what is half-written on a device: without a session the device holds nothing that can be read.
CREATE TABLE draft_keys (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    secret     TEXT NOT NULL,                       -- 32 bytes, base64url
    made_at    TEXT NOT NULL
);
