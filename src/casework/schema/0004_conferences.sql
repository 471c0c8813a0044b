-- A meeting about one case: who sits together, about what, what was said and who does what by when.
CREATE TABLE case_conferences (
    id             TEXT PRIMARY KEY,                -- UUIDv7
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    state          TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    planned_on     TEXT NOT NULL,
    held_on        TEXT,
    topics_sealed  BLOB NOT NULL,
    minutes_sealed BLOB NOT NULL,                   -- when cancelled, why
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    version        INTEGER NOT NULL,
    CHECK ((state = 'held') = (held_on IS NOT NULL))
);
CREATE INDEX case_conferences_by_case ON case_conferences (case_id, planned_on);

-- Colleagues by account, others by what they are and never by name.
CREATE TABLE conference_participants (
    conference_id TEXT NOT NULL REFERENCES case_conferences (id),
    position      INTEGER NOT NULL,
    account_id    TEXT REFERENCES accounts (id),
    outside_role  TEXT CHECK (outside_role IN ('returnee', 'caregiver', 'relative', 'school_teacher', 'doctor', 'local_authority', 'community_elder',
                                               'lawyer', 'registry', 'employer', 'civil_society', 'spiritual_counsellor', 'other')),
    attended      INTEGER,                          -- NULL until it was held
    PRIMARY KEY (conference_id, position),
    CHECK ((account_id IS NULL) <> (outside_role IS NULL))
);
CREATE INDEX conference_participants_by_account ON conference_participants (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE conference_tasks (
    id            TEXT PRIMARY KEY,
    conference_id TEXT NOT NULL REFERENCES case_conferences (id),
    owner         TEXT NOT NULL REFERENCES accounts (id),
    due_on        TEXT NOT NULL,
    text_sealed   BLOB NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    closed_by     TEXT,
    closed_at     TEXT,
    reason_sealed BLOB,                             -- why it was dropped
    CHECK ((state = 'open') = (closed_by IS NULL)),
    CHECK (state <> 'dropped' OR reason_sealed IS NOT NULL)
);
CREATE INDEX conference_tasks_by_conference ON conference_tasks (conference_id, id);
CREATE INDEX conference_tasks_open ON conference_tasks (owner) WHERE state = 'open';
