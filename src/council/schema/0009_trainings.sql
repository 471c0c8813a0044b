-- What specialists learn from each other. Trainees are members of staff, never returnees.
CREATE TABLE courses (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    title_en    TEXT NOT NULL,
    title_ru    TEXT NOT NULL,
    about_en    TEXT NOT NULL,
    about_ru    TEXT NOT NULL,
    competence  TEXT NOT NULL,                      -- what one can do afterwards: case_management, child_protection, …
    topic       TEXT NOT NULL,
    hours       INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 1000),
    question_en TEXT NOT NULL,                      -- asked six months after a training
    question_ru TEXT NOT NULL,
    source      TEXT NOT NULL,                      -- where it is known from; '' for our own
    version     INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL
);

-- A course held once.
CREATE TABLE trainings (
    id          TEXT PRIMARY KEY,
    course_id   TEXT NOT NULL REFERENCES courses (id),
    host        TEXT NOT NULL,                      -- body: uz, unodc
    language    TEXT NOT NULL,                      -- it is held in
    place       TEXT NOT NULL,                      -- '' when online
    mode        TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'mixed')),
    starts_on   TEXT NOT NULL,
    ends_on     TEXT NOT NULL,
    seats       INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 10000),
    apply_until TEXT NOT NULL,                      -- last day, UTC
    public      INTEGER NOT NULL CHECK (public IN (0, 1)),
    source      TEXT NOT NULL,
    cancelled_because TEXT,
    version     INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    CHECK (ends_on >= starts_on AND apply_until <= starts_on)
);
CREATE INDEX trainings_by_day ON trainings (starts_on, id);
CREATE INDEX trainings_by_course ON trainings (course_id);

-- A specialist whom a State or body sends. One row a person, so that counts are of distinct persons.
CREATE TABLE trainees (
    id       TEXT PRIMARY KEY,
    member   TEXT NOT NULL,                         -- the State or body that sends them
    name     TEXT NOT NULL,                         -- as it stands on the certificate
    name_key TEXT NOT NULL,                         -- folded: the same person is not entered twice
    employer TEXT NOT NULL,
    role     TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (member, name_key, employer)
);

CREATE TABLE training_applications (
    id          TEXT PRIMARY KEY,
    training_id TEXT NOT NULL REFERENCES trainings (id),
    trainee_id  TEXT NOT NULL REFERENCES trainees (id),
    member      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('applied', 'accepted', 'declined', 'withdrawn')),
    reason      TEXT NOT NULL,                      -- of a declined one
    applied_by  TEXT NOT NULL,
    applied_at  TEXT NOT NULL,
    decided_by  TEXT,
    decided_at  TEXT,
    UNIQUE (training_id, trainee_id)
);
CREATE INDEX training_applications_of_trainee ON training_applications (trainee_id);

CREATE TABLE training_attendance (
    application_id TEXT NOT NULL REFERENCES training_applications (id),
    day            TEXT NOT NULL,
    PRIMARY KEY (application_id, day)
) WITHOUT ROWID;

CREATE TABLE training_certificates (
    id             TEXT PRIMARY KEY,
    code           TEXT NOT NULL UNIQUE,            -- 16 letters and digits, by chance: on the paper and in its QR code
    application_id TEXT NOT NULL UNIQUE REFERENCES training_applications (id),
    issued_by      TEXT NOT NULL,
    issued_at      TEXT NOT NULL,
    revoked_at     TEXT,
    revoked_because TEXT
);

-- Six months later: is what was learned in use?
CREATE TABLE training_follow_ups (
    application_id TEXT PRIMARY KEY REFERENCES training_applications (id),
    answer         TEXT NOT NULL CHECK (answer IN ('often', 'sometimes', 'not_yet', 'left_the_field', 'not_reached')),
    comment        TEXT NOT NULL,
    recorded_by    TEXT NOT NULL,
    recorded_at    TEXT NOT NULL
);
-- Trainings whose question was sent to the focal points.
CREATE TABLE training_questions (
    training_id TEXT PRIMARY KEY REFERENCES trainings (id),
    asked_at    TEXT NOT NULL
);
