-- Children: who cares for them, what is in their best interests, whom they were separated from, how they stay in touch.
-- Codes, days and ids of staff lie open; every word, and with it every name, is sealed under the child's key as one JSON object.

-- Who cares for a child, from when to when. The row without an end stands; there is one at most.
CREATE TABLE care_arrangements (
    id           TEXT PRIMARY KEY,                  -- UUIDv7
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    kind         TEXT NOT NULL CHECK (kind IN ('parent', 'kinship', 'foster', 'guardianship', 'residential', 'kafala', 'independent')),
    carer        TEXT NOT NULL CHECK (carer IN ('mother', 'father', 'both_parents', 'grandmother', 'grandfather', 'sibling', 'aunt_uncle', 'other_relative',
                                                'not_related', 'staff', 'self')),
    from_on      TEXT NOT NULL,
    to_on        TEXT,
    ended_for    TEXT CHECK (ended_for IN ('reunified', 'planned', 'carer_cannot', 'child_asked', 'unsafe', 'of_age', 'other')),
    decided_on   TEXT,                              -- by an authority; none yet where empty
    words_sealed BLOB NOT NULL,                     -- name, contact, authority, reason, ended
    recorded_by  TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    version      INTEGER NOT NULL,
    CHECK ((to_on IS NULL) = (ended_for IS NULL)),
    CHECK (to_on IS NULL OR to_on >= from_on)
);
CREATE INDEX care_by_case ON care_arrangements (case_id, id);
CREATE UNIQUE INDEX care_one_stands ON care_arrangements (case_id) WHERE to_on IS NULL;

-- A stay in residential care looked at again. Rows stay.
CREATE TABLE care_reviews (
    id           TEXT PRIMARY KEY,
    care_id      TEXT NOT NULL REFERENCES care_arrangements (id),
    done_on      TEXT NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('stays', 'family_sought', 'move_planned')),
    words_sealed BLOB NOT NULL,                     -- found
    done_by      TEXT NOT NULL,
    noted_at     TEXT NOT NULL
);
CREATE INDEX care_reviews_by_care ON care_reviews (care_id, done_on);

-- How often residential care is looked at again: a setting of the State. Three months is the longest that the UN Guidelines
-- for the Alternative Care of Children (2010, paragraph 67) have in mind for temporary care.
CREATE TABLE child_settings (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 12)
);
INSERT INTO child_settings VALUES ('residential_review_months', 3);

-- Best interests: a short or comprehensive assessment, a panel's report, a review.
CREATE TABLE interest_reports (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    kind         TEXT NOT NULL CHECK (kind IN ('short', 'comprehensive', 'panel', 'review')),
    state        TEXT NOT NULL CHECK (state IN ('draft', 'done', 'before_panel', 'agreed', 'not_agreed')),
    review_on    TEXT,
    words_sealed BLOB NOT NULL,                     -- wish, maturity, ties, safety, continuity, options, recommendation, participants
    written_by   TEXT NOT NULL,
    written_at   TEXT NOT NULL,
    finished_at  TEXT,
    decided_at   TEXT,                              -- by the panel
    version      INTEGER NOT NULL,
    CHECK ((state = 'draft') = (finished_at IS NULL)),
    CHECK (state NOT IN ('agreed', 'not_agreed') OR (kind = 'panel' AND decided_at IS NOT NULL)),
    CHECK (state <> 'done' OR kind <> 'panel')
);
CREATE INDEX interest_reports_by_case ON interest_reports (case_id, id);

-- Who sits on the panel of a report.
CREATE TABLE panel_seats (
    report_id     TEXT NOT NULL REFERENCES interest_reports (id),
    account_id    TEXT NOT NULL,
    named_by      TEXT NOT NULL,
    named_at      TEXT NOT NULL,
    confirmed_at  TEXT,                             -- that what is read stays in the room
    opinion       TEXT CHECK (opinion IN ('agree', 'dissent')),
    reason_sealed BLOB,
    answered_at   TEXT,
    PRIMARY KEY (report_id, account_id),
    CHECK ((opinion IS NULL) = (answered_at IS NULL)),
    CHECK (opinion IS NULL OR confirmed_at IS NOT NULL)
) WITHOUT ROWID;
CREATE INDEX panel_seats_of_account ON panel_seats (account_id) WHERE opinion IS NULL;

-- What was done at once to keep a child from harm, whoever decides later.
CREATE TABLE protection_measures (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    measure      TEXT NOT NULL CHECK (measure IN ('safe_place', 'medical_care', 'person_kept_away', 'guardian_named', 'other')),
    taken_on     TEXT NOT NULL,
    words_sealed BLOB NOT NULL,                     -- what, told
    taken_by     TEXT NOT NULL,
    noted_at     TEXT NOT NULL
);
CREATE INDEX protection_measures_by_case ON protection_measures (case_id, id);

-- How a child came to be without those who cared for them: one record a child.
CREATE TABLE separations (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL UNIQUE REFERENCES case_files (id),
    circumstance TEXT NOT NULL CHECK (circumstance IN ('conflict', 'death', 'detention', 'journey', 'left_in_care', 'not_known', 'other')),
    since        TEXT,                              -- a partial date
    words_sealed BLOB NOT NULL,                     -- how, last_seen
    recorded_by  TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    version      INTEGER NOT NULL
);

-- A relative who is looked for.
CREATE TABLE tracing_requests (
    id            TEXT PRIMARY KEY,
    case_id       TEXT NOT NULL REFERENCES case_files (id),
    sought        TEXT NOT NULL CHECK (sought IN ('mother', 'father', 'sibling', 'grandmother', 'grandfather', 'aunt_uncle', 'other_relative')),
    state         TEXT NOT NULL CHECK (state IN ('open', 'in_progress', 'verified', 'reunified', 'closed')),
    kinship_id    TEXT REFERENCES kinship_evidence (id),
    reunified_on  TEXT,
    words_sealed  BLOB NOT NULL,                    -- name, asked_of, child_prepared, family_prepared, closing
    asked_by      TEXT NOT NULL,
    asked_at      TEXT NOT NULL,
    moved_at      TEXT NOT NULL,
    version       INTEGER NOT NULL,
    CHECK (state <> 'verified' OR kinship_id IS NOT NULL),
    CHECK (state <> 'reunified' OR reunified_on IS NOT NULL)
);
CREATE INDEX tracing_by_case ON tracing_requests (case_id, id);

-- What an absent or imprisoned parent said when asked. Rows stay.
CREATE TABLE parent_answers (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    parent       TEXT NOT NULL CHECK (parent IN ('mother', 'father', 'guardian')),
    whereabouts  TEXT NOT NULL CHECK (whereabouts IN ('imprisoned', 'abroad', 'elsewhere', 'not_known')),
    about        TEXT NOT NULL CHECK (about IN ('return', 'care', 'documents', 'health', 'school', 'travel')),
    asked_how    TEXT NOT NULL CHECK (asked_how IN ('visit', 'letter', 'call', 'authority', 'consulate')),
    answer       TEXT NOT NULL CHECK (answer IN ('given', 'refused', 'not_reached')),
    asked_on     TEXT NOT NULL,
    words_sealed BLOB NOT NULL,                     -- said, authority, document
    recorded_by  TEXT NOT NULL,
    recorded_at  TEXT NOT NULL
);
CREATE INDEX parent_answers_by_case ON parent_answers (case_id, id);

-- How a child stays in touch with somebody.
CREATE TABLE contact_plans (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    whom         TEXT NOT NULL CHECK (whom IN ('mother', 'father', 'sibling', 'grandparent', 'other_relative')),
    way          TEXT NOT NULL CHECK (way IN ('letters', 'calls', 'visits')),
    every_days   INTEGER NOT NULL CHECK (every_days BETWEEN 1 AND 366),
    safety       TEXT NOT NULL CHECK (safety IN ('safe', 'not_asked', 'not_safe')),
    next_on      TEXT,                              -- only where it is safe for the child, and not ended
    ended_on     TEXT,
    words_sealed BLOB NOT NULL,                     -- name, arranged_by, why
    recorded_by  TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    version      INTEGER NOT NULL,
    CHECK (next_on IS NULL OR (safety = 'safe' AND ended_on IS NULL))
);
CREATE INDEX contact_plans_by_case ON contact_plans (case_id, id);

CREATE TABLE contacts (
    id           TEXT PRIMARY KEY,
    plan_id      TEXT NOT NULL REFERENCES contact_plans (id),
    due_on       TEXT,
    held_on      TEXT NOT NULL,
    took_place   INTEGER NOT NULL CHECK (took_place IN (0, 1)),
    words_sealed BLOB NOT NULL,                     -- said: by the child, afterwards
    noted_by     TEXT NOT NULL,
    noted_at     TEXT NOT NULL
);
CREATE INDEX contacts_by_plan ON contacts (plan_id, held_on);

-- For counting, without a name or a text.
CREATE VIEW care_facts AS
    SELECT p.region AS region, a.kind AS kind, a.carer AS carer, a.from_on AS from_on, a.to_on AS to_on, a.ended_for AS ended_for,
           a.decided_on AS decided_on, (SELECT max(r.done_on) FROM care_reviews r WHERE r.care_id = a.id) AS last_review_on
    FROM care_arrangements a JOIN case_files c ON c.id = a.case_id JOIN persons p ON p.id = c.person_id;
