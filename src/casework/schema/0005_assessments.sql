-- A form answered in a case file, in the version that was in use when it was begun. Answers are sealed; scores, which are
-- numbers of dimensions, lie open so that groups can be counted.
CREATE TABLE form_answers (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    form           TEXT NOT NULL,
    form_version   INTEGER NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved')),
    version        INTEGER NOT NULL,                -- counts saves
    answers_sealed BLOB NOT NULL,                   -- JSON
    scores         TEXT NOT NULL,                   -- JSON
    asked          INTEGER NOT NULL,
    answered       INTEGER NOT NULL,
    started_by     TEXT NOT NULL,
    started_at     TEXT NOT NULL,
    saved_by       TEXT NOT NULL,
    saved_at       TEXT NOT NULL,
    submitted_by   TEXT,
    submitted_at   TEXT,
    decided_by     TEXT,
    decided_at     TEXT,
    own_work       INTEGER NOT NULL DEFAULT 0,      -- 1: decided by whoever submitted it, by a right of the account
    FOREIGN KEY (form, form_version) REFERENCES form_versions (form, version),
    CHECK (decided_by IS NULL OR decided_by <> submitted_by OR own_work = 1)
);
CREATE INDEX form_answers_by_case ON form_answers (case_id, id);
CREATE INDEX form_answers_by_form ON form_answers (form, state, decided_at);
-- One of a form is open in a file at a time.
CREATE UNIQUE INDEX form_answers_one_open ON form_answers (case_id, form) WHERE state <> 'approved';
CREATE INDEX form_answers_submitted ON form_answers (submitted_at, case_id) WHERE state = 'submitted';
CREATE INDEX form_answers_in_work ON form_answers (case_id) WHERE state IN ('draft', 'returned');

-- What became of it: each time it was submitted, returned or approved, with the answers that were looked at.
CREATE TABLE form_answer_moves (
    id             TEXT PRIMARY KEY,
    assessment_id  TEXT NOT NULL REFERENCES form_answers (id),
    kind           TEXT NOT NULL CHECK (kind IN ('submitted', 'returned', 'approved')),
    moved_by       TEXT NOT NULL,
    moved_at       TEXT NOT NULL,
    version        INTEGER NOT NULL,
    comment_sealed BLOB NOT NULL,
    answers_sealed BLOB NOT NULL,
    UNIQUE (assessment_id, version)
);
