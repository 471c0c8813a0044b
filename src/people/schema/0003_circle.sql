-- Who else works with a person beside the social worker: named one by one, from a day on, until the naming ends.
CREATE TABLE person_circle (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    person_id  TEXT NOT NULL REFERENCES persons (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    part       TEXT NOT NULL CHECK (part IN ('psychologist', 'co_worker')),
    named_by   TEXT NOT NULL,
    named_at   TEXT NOT NULL,
    ended_by   TEXT,
    ended_at   TEXT
);
CREATE UNIQUE INDEX person_circle_standing ON person_circle (person_id, account_id, part) WHERE ended_at IS NULL;
CREATE INDEX person_circle_by_account ON person_circle (account_id) WHERE ended_at IS NULL;
