-- Good practices, and lessons of what did not work: written, cleared by their State, reviewed by others, published.
-- They speak of groups, never of persons.
CREATE TABLE practices (
    id             TEXT PRIMARY KEY,                -- UUIDv7; of one edition
    series_id      TEXT NOT NULL,                   -- id of its first edition
    edition        INTEGER NOT NULL CHECK (edition >= 1),
    kind           TEXT NOT NULL CHECK (kind IN ('practice', 'did_not_work')),
    stage          TEXT NOT NULL CHECK (stage IN ('draft', 'clearance', 'review', 'reviewed', 'published', 'superseded', 'retired')),
    round          INTEGER NOT NULL,                -- of review; 0 before the first
    state          TEXT NOT NULL,                   -- member it speaks of: uz
    topics         TEXT NOT NULL,                   -- JSON array of codes
    year_from      INTEGER NOT NULL,
    year_to        INTEGER,                         -- NULL while it goes on
    evidence       TEXT NOT NULL CHECK (evidence IN ('none_yet', 'judgement', 'monitoring', 'evaluation', 'compared_evaluation')),
    cost_low       INTEGER,                         -- in whole units of `currency`
    cost_high      INTEGER,
    currency       TEXT NOT NULL,                   -- ISO 4217; '' without an amount
    readers        TEXT NOT NULL CHECK (readers IN ('all', 'signed_in')),
    pictures       TEXT NOT NULL CHECK (pictures IN ('none', 'consent_missing', 'consent_recorded')),
    example        INTEGER NOT NULL,                -- invented, to show how one looks
    author         TEXT NOT NULL REFERENCES accounts (id),
    submitted_by   TEXT REFERENCES accounts (id),
    created_at     TEXT NOT NULL,
    listed_at      TEXT NOT NULL,                   -- when it came to its stage: lists stand in this order
    published_on   TEXT,
    review_due_on  TEXT,
    version        INTEGER NOT NULL,                -- of the text
    CHECK (cost_high IS NULL OR cost_low IS NULL OR cost_high >= cost_low),
    UNIQUE (series_id, edition)
);
-- One edition of a series is being worked on at a time, and one is published.
CREATE UNIQUE INDEX practices_at_work ON practices (series_id) WHERE stage IN ('draft', 'clearance', 'review', 'reviewed');
CREATE UNIQUE INDEX practices_published ON practices (series_id) WHERE stage = 'published';
CREATE INDEX practices_listed ON practices (listed_at DESC, id DESC, stage, kind, state, year_from, year_to);
CREATE INDEX practices_by_state ON practices (state, listed_at DESC, id DESC, stage, kind, year_from, year_to);
CREATE INDEX practices_by_kind ON practices (kind, listed_at DESC, id DESC, stage, state, year_from, year_to);
CREATE INDEX practices_by_stage ON practices (stage, listed_at DESC, id DESC, state);
CREATE INDEX practices_by_review ON practices (stage, review_due_on);
CREATE TABLE practice_topics (
    topic       TEXT NOT NULL,
    practice_id TEXT NOT NULL REFERENCES practices (id),
    PRIMARY KEY (topic, practice_id)
) WITHOUT ROWID;

-- The template, once for each language it is written in.
CREATE TABLE practice_texts (
    practice_id TEXT NOT NULL REFERENCES practices (id),
    language    TEXT NOT NULL,
    title       TEXT NOT NULL,
    context     TEXT NOT NULL,
    problem     TEXT NOT NULL,
    action      TEXT NOT NULL,                      -- what was done
    groups      TEXT NOT NULL,                      -- for whom
    results     TEXT NOT NULL,
    cost        TEXT NOT NULL,                      -- what the amount includes
    gender      TEXT NOT NULL,
    age         TEXT NOT NULL,
    rights      TEXT NOT NULL,
    failed      TEXT NOT NULL,                      -- what failed, what we would not do again
    conditions  TEXT NOT NULL,                      -- to work elsewhere
    contact     TEXT NOT NULL,                      -- a body, never a person
    PRIMARY KEY (practice_id, language)
);
-- Each saving, and what it changed.
CREATE TABLE practice_versions (
    practice_id TEXT NOT NULL REFERENCES practices (id),
    version     INTEGER NOT NULL,
    saved_by    TEXT NOT NULL REFERENCES accounts (id),
    saved_at    TEXT NOT NULL,
    PRIMARY KEY (practice_id, version)
) WITHOUT ROWID;
CREATE TABLE practice_changes (
    practice_id TEXT NOT NULL,
    version     INTEGER NOT NULL,
    position    INTEGER NOT NULL,                   -- in the order of the template, language by language
    language    TEXT NOT NULL,                      -- '' for what has none, such as years
    field       TEXT NOT NULL,
    before      TEXT NOT NULL,
    after       TEXT NOT NULL,
    PRIMARY KEY (practice_id, version, position),
    FOREIGN KEY (practice_id, version) REFERENCES practice_versions (practice_id, version)
);
-- What was done with it.
CREATE TABLE practice_steps (
    practice_id TEXT NOT NULL REFERENCES practices (id),
    number      INTEGER NOT NULL,                   -- from 1
    step        TEXT NOT NULL,
    note        TEXT NOT NULL,
    taken_by    TEXT NOT NULL REFERENCES accounts (id),
    taken_at    TEXT NOT NULL,
    PRIMARY KEY (practice_id, number)
);

CREATE TABLE practice_reviews (
    id           TEXT PRIMARY KEY,
    practice_id  TEXT NOT NULL REFERENCES practices (id),
    round        INTEGER NOT NULL,
    reviewer     TEXT NOT NULL REFERENCES accounts (id),
    member       TEXT NOT NULL,                     -- State it speaks for; '' for the expert
    asked_by     TEXT NOT NULL REFERENCES accounts (id),
    asked_at     TEXT NOT NULL,
    conflict     TEXT NOT NULL DEFAULT '',          -- of interest, as declared: who has one does not review
    excused_at   TEXT,
    submitted_at TEXT,
    overall      TEXT CHECK (overall IN ('publish', 'changes')),
    comment      TEXT NOT NULL DEFAULT ''
);
-- One review of each State in a round.
CREATE UNIQUE INDEX practice_reviews_by_member ON practice_reviews (practice_id, round, member) WHERE excused_at IS NULL;
CREATE INDEX practice_reviews_by_reviewer ON practice_reviews (reviewer, submitted_at);
CREATE TABLE practice_marks (
    review_id TEXT NOT NULL REFERENCES practice_reviews (id),
    criterion TEXT NOT NULL CHECK (criterion IN ('humane', 'family_unity', 'best_interests', 'women', 'rights')),
    verdict   TEXT NOT NULL CHECK (verdict IN ('met', 'partly', 'not_met', 'not_applicable')),
    comment   TEXT NOT NULL,
    PRIMARY KEY (review_id, criterion)
) WITHOUT ROWID;

-- A State took it up.
CREATE TABLE practice_uses (
    id          TEXT PRIMARY KEY,
    series_id   TEXT NOT NULL,
    practice_id TEXT NOT NULL REFERENCES practices (id),  -- the edition that was adapted
    state       TEXT NOT NULL,
    place       TEXT NOT NULL,
    since       TEXT NOT NULL,                      -- date as far as it is known
    changed     TEXT NOT NULL,                      -- what was changed for it
    outcome     TEXT NOT NULL CHECK (outcome IN ('worked', 'partly', 'did_not', 'too_early')),
    outcome_note TEXT NOT NULL,
    version     INTEGER NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES accounts (id),
    recorded_at TEXT NOT NULL
);
CREATE INDEX practice_uses_by_series ON practice_uses (series_id, state);
-- What was said of its outcome before.
CREATE TABLE practice_use_outcomes (
    use_id       TEXT NOT NULL REFERENCES practice_uses (id),
    version      INTEGER NOT NULL,
    outcome      TEXT NOT NULL,
    outcome_note TEXT NOT NULL,
    said_by      TEXT NOT NULL REFERENCES accounts (id),
    said_at      TEXT NOT NULL,
    PRIMARY KEY (use_id, version)
) WITHOUT ROWID;
