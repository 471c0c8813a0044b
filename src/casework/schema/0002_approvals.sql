-- Whoever handed a plan or a closure over may decide on it only by a right of the account, and the row says so. A plan has a
-- day by which it is looked at again. SQLite changes no CHECK: the tables are made anew, with their rows.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE plans_kept AS SELECT * FROM case_plans;
DROP TABLE case_plans;
CREATE TABLE case_plans (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    state          TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'superseded')),
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    submitted_by   TEXT,
    submitted_at   TEXT,
    decided_by     TEXT,
    decided_at     TEXT,
    own_work       INTEGER NOT NULL DEFAULT 0 CHECK (own_work IN (0, 1)),  -- 1: decided by whoever submitted it
    review_on      TEXT,                            -- the day by which it is looked at again
    serving_since  TEXT,                            -- when the first of its services was ordered
    version        INTEGER NOT NULL,
    CHECK (decided_by IS NULL OR decided_by <> submitted_by OR own_work = 1)
);
-- A plan approved before reviews were kept is due ninety days after its approval, as a new one is.
INSERT INTO case_plans (id, case_id, state, created_by, created_at, submitted_by, submitted_at, decided_by, decided_at, review_on, serving_since, version)
    SELECT id, case_id, state, created_by, created_at, submitted_by, submitted_at, decided_by, decided_at,
           CASE state WHEN 'approved' THEN date(decided_at, '+90 days') END, serving_since, version FROM plans_kept;
DROP TABLE plans_kept;
CREATE INDEX case_plans_by_case ON case_plans (case_id, id);
-- A file has one plan in the making at most, and one that counts.
CREATE UNIQUE INDEX case_plans_one_open ON case_plans (case_id) WHERE state IN ('draft', 'submitted', 'returned');
CREATE UNIQUE INDEX case_plans_one_approved ON case_plans (case_id) WHERE state = 'approved';
CREATE INDEX case_plans_submitted ON case_plans (case_id) WHERE state = 'submitted';

ALTER TABLE plan_moves ADD COLUMN own_work INTEGER NOT NULL DEFAULT 0;

CREATE TEMP TABLE closures_kept AS SELECT * FROM case_closures;
DROP TABLE case_closures;
CREATE TABLE case_closures (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    reason         TEXT NOT NULL CHECK (reason IN ('goals_met', 'moved', 'withdrew', 'transferred', 'died')),
    proposed_by    TEXT NOT NULL,
    proposed_at    TEXT NOT NULL,
    note_sealed    BLOB NOT NULL,
    decision       TEXT CHECK (decision IN ('approved', 'refused')),
    decided_by     TEXT,
    decided_at     TEXT,
    own_work       INTEGER NOT NULL DEFAULT 0 CHECK (own_work IN (0, 1)),
    comment_sealed BLOB,
    reopened_by    TEXT,
    reopened_at    TEXT,
    reopening_sealed BLOB,
    CHECK (decided_by IS NULL OR decided_by <> proposed_by OR own_work = 1)
);
INSERT INTO case_closures (id, case_id, reason, proposed_by, proposed_at, note_sealed, decision, decided_by, decided_at, comment_sealed,
                           reopened_by, reopened_at, reopening_sealed)
    SELECT id, case_id, reason, proposed_by, proposed_at, note_sealed, decision, decided_by, decided_at, comment_sealed,
           reopened_by, reopened_at, reopening_sealed FROM closures_kept;
DROP TABLE closures_kept;
CREATE INDEX case_closures_by_case ON case_closures (case_id, id);
-- One proposal or closure stands at a time.
CREATE UNIQUE INDEX case_closures_one_standing ON case_closures (case_id)
    WHERE reopened_at IS NULL AND (decision IS NULL OR decision = 'approved');
CREATE INDEX case_closures_waiting ON case_closures (case_id) WHERE decision IS NULL;

-- The findings of a file, handed to a second person as they stood at that moment. Rows stay: they are the history.
CREATE TABLE needs_approvals (
    id             TEXT PRIMARY KEY,                -- UUIDv7
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    submitted_by   TEXT NOT NULL,
    submitted_at   TEXT NOT NULL,
    decision       TEXT CHECK (decision IN ('approved', 'returned')),
    decided_by     TEXT,
    decided_at     TEXT,
    own_work       INTEGER NOT NULL DEFAULT 0 CHECK (own_work IN (0, 1)),
    comment_sealed BLOB,
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK (decided_by IS NULL OR decided_by <> submitted_by OR own_work = 1)
);
CREATE INDEX needs_approvals_by_case ON needs_approvals (case_id, id);
CREATE UNIQUE INDEX needs_approvals_waiting ON needs_approvals (case_id) WHERE decision IS NULL;

-- A plan looked at again with the family: what was found, and by when it is looked at next.
CREATE TABLE plan_reviews (
    id          TEXT PRIMARY KEY,
    plan_id     TEXT NOT NULL REFERENCES case_plans (id),
    case_id     TEXT NOT NULL REFERENCES case_files (id),
    outcome     TEXT NOT NULL CHECK (outcome IN ('goes_on', 'new_plan', 'ready_to_close')),
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT NOT NULL,
    next_on     TEXT NOT NULL,
    note_sealed BLOB NOT NULL
);
CREATE INDEX plan_reviews_by_case ON plan_reviews (case_id, id);
CREATE INDEX plan_reviews_by_plan ON plan_reviews (plan_id);
