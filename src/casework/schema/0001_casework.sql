-- A case file and what was done in it. A returnee has at most one file; it is closed and re-opened, never made anew.
CREATE TABLE case_files (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    person_id  TEXT NOT NULL UNIQUE REFERENCES persons (id),
    opened_by  TEXT NOT NULL,
    opened_at  TEXT NOT NULL                        -- UTC, ISO 8601
);

-- One finding of an assessment. The newest row of a domain is what stands; older ones are the history.
CREATE TABLE case_needs (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_files (id),
    domain      TEXT NOT NULL CHECK (domain IN ('documents', 'family', 'education', 'health', 'psychosocial',
                                                'housing', 'livelihood', 'legal', 'safety')),
    level       TEXT NOT NULL CHECK (level IN ('none', 'some', 'urgent')),
    note_sealed BLOB NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);
CREATE INDEX case_needs_by_case ON case_needs (case_id, domain, id);

CREATE TABLE case_plans (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    state          TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'superseded')),
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    submitted_by   TEXT,
    submitted_at   TEXT,
    decided_by     TEXT CHECK (decided_by IS NULL OR decided_by <> submitted_by),
    decided_at     TEXT,
    serving_since  TEXT,                            -- when the first of its services was ordered
    version        INTEGER NOT NULL
);
CREATE INDEX case_plans_by_case ON case_plans (case_id, id);
-- A file has one plan in the making at most, and one that counts.
CREATE UNIQUE INDEX case_plans_one_open ON case_plans (case_id) WHERE state IN ('draft', 'submitted', 'returned');
CREATE UNIQUE INDEX case_plans_one_approved ON case_plans (case_id) WHERE state = 'approved';

CREATE INDEX case_plans_submitted ON case_plans (case_id) WHERE state = 'submitted';

-- What became of a plan: each time it was submitted, returned or approved. Rows stay: they are the history.
CREATE TABLE plan_moves (
    id             TEXT PRIMARY KEY,
    plan_id        TEXT NOT NULL REFERENCES case_plans (id),
    kind           TEXT NOT NULL CHECK (kind IN ('submitted', 'returned', 'approved')),
    moved_by       TEXT NOT NULL,
    moved_at       TEXT NOT NULL,
    version        INTEGER NOT NULL,                -- of the plan, then
    comment_sealed BLOB NOT NULL,
    UNIQUE (plan_id, version)
);

CREATE TABLE plan_goals (
    id          TEXT PRIMARY KEY,
    plan_id     TEXT NOT NULL REFERENCES case_plans (id),
    position    INTEGER NOT NULL,
    domain      TEXT NOT NULL,
    text_sealed BLOB NOT NULL,
    due_on      TEXT
);
CREATE INDEX plan_goals_by_plan ON plan_goals (plan_id, position);

CREATE TABLE plan_services (
    id          TEXT PRIMARY KEY,
    plan_id     TEXT NOT NULL REFERENCES case_plans (id),
    goal_id     TEXT NOT NULL REFERENCES plan_goals (id),
    position    INTEGER NOT NULL,
    service     TEXT NOT NULL,                      -- code of the catalogue
    note_sealed BLOB NOT NULL,
    due_on      TEXT
);
CREATE INDEX plan_services_by_plan ON plan_services (plan_id, position);

CREATE TABLE case_visits (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_files (id),
    due_on      TEXT NOT NULL,
    planned_by  TEXT NOT NULL,
    planned_at  TEXT NOT NULL,
    done_on     TEXT,
    done_by     TEXT,
    note_sealed BLOB
);
CREATE INDEX case_visits_by_case ON case_visits (case_id, due_on);
CREATE INDEX case_visits_open ON case_visits (due_on) WHERE done_on IS NULL;

-- Closing a case file. The file is closed while its newest row is approved and not re-opened.
CREATE TABLE case_closures (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    reason         TEXT NOT NULL CHECK (reason IN ('goals_met', 'moved', 'withdrew', 'transferred', 'died')),
    proposed_by    TEXT NOT NULL,
    proposed_at    TEXT NOT NULL,
    note_sealed    BLOB NOT NULL,
    decision       TEXT CHECK (decision IN ('approved', 'refused')),
    decided_by     TEXT CHECK (decided_by IS NULL OR decided_by <> proposed_by),
    decided_at     TEXT,
    comment_sealed BLOB,
    reopened_by    TEXT,
    reopened_at    TEXT,
    reopening_sealed BLOB
);
CREATE INDEX case_closures_by_case ON case_closures (case_id, id);
-- One proposal or closure stands at a time.
CREATE UNIQUE INDEX case_closures_one_standing ON case_closures (case_id)
    WHERE reopened_at IS NULL AND (decision IS NULL OR decision = 'approved');

CREATE INDEX case_closures_waiting ON case_closures (case_id) WHERE decision IS NULL;

-- The step of the work, derived from what was done. Nobody types it.
CREATE VIEW case_steps AS
SELECT c.id AS case_id, c.person_id AS person_id,
       CASE
           WHEN EXISTS (SELECT 1 FROM case_closures x WHERE x.case_id = c.id AND x.decision = 'approved' AND x.reopened_at IS NULL)
               THEN 'closed'
           WHEN EXISTS (SELECT 1 FROM case_closures x WHERE x.case_id = c.id AND x.decision IS NULL) THEN 'closure_proposed'
           WHEN EXISTS (SELECT 1 FROM case_plans p JOIN case_visits v ON v.case_id = p.case_id
                        WHERE p.case_id = c.id AND p.state = 'approved' AND v.done_on >= substr(p.decided_at, 1, 10))
               THEN 'follow_up'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'approved' AND p.serving_since IS NOT NULL)
               THEN 'in_service'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'approved') THEN 'plan_approved'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'submitted') THEN 'plan_submitted'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state IN ('draft', 'returned')) THEN 'plan_draft'
           WHEN EXISTS (SELECT 1 FROM case_needs n WHERE n.case_id = c.id) THEN 'assessed'
           ELSE 'opened'
       END AS step
FROM case_files c;
