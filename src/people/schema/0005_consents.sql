-- What a person was asked before anything about them goes further, and what they said. Rows stay; the newest that
-- speaks of a purpose and a receiver counts.
CREATE TABLE consents (
    id                TEXT PRIMARY KEY,      -- UUIDv7
    person_id         TEXT NOT NULL REFERENCES persons (id),
    purpose           TEXT NOT NULL CHECK (purpose IN ('services', 'referral', 'reporting', 'tracing', 'letters')),
    basis             TEXT NOT NULL CHECK (basis IN ('consent', 'vital_interest', 'public_interest', 'legal_duty')),
    answer            TEXT NOT NULL CHECK (answer IN ('given', 'refused', 'not_asked')),
    source            TEXT NOT NULL CHECK (source IN ('individual', 'caregiver', 'other')),
    how               TEXT NOT NULL CHECK (how IN ('spoken', 'written', 'thumbprint', 'by_phone', 'through_interpreter')),
    assent            TEXT NOT NULL CHECK (assent IN ('yes', 'no', 'not_asked')),  -- a child's own word beside a caregiver's
    withheld          TEXT NOT NULL,         -- codes, separated by commas
    words_sealed      BLOB NOT NULL,         -- JSON: who spoke, receivers, why withheld, why without consent
    given_on          TEXT NOT NULL,
    expires_on        TEXT,                  -- the last day
    recorded_by       TEXT NOT NULL,
    recorded_at       TEXT NOT NULL,
    withdrawn_on      TEXT,
    withdrawn_by      TEXT,
    withdrawal_sealed BLOB,
    version           INTEGER NOT NULL,
    CHECK ((basis = 'consent') = (answer <> 'not_asked')),
    CHECK ((withdrawn_on IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX consents_by_person ON consents (person_id, id);

-- What was shared with whom, under which consent.
CREATE TABLE disclosures (
    id              TEXT PRIMARY KEY,
    person_id       TEXT NOT NULL REFERENCES persons (id),
    consent_id      TEXT NOT NULL REFERENCES consents (id),
    provider_id     TEXT,                    -- of a receiver that works with this system
    receiver_sealed BLOB NOT NULL,           -- its name
    what            TEXT NOT NULL,           -- codes, separated by commas; never the content
    about_kind      TEXT NOT NULL,           -- by what: referral, letter
    about_id        TEXT NOT NULL,
    made_by         TEXT NOT NULL,
    made_at         TEXT NOT NULL
);
CREATE INDEX disclosures_by_person ON disclosures (person_id, id);
CREATE INDEX disclosures_by_consent ON disclosures (consent_id);

-- A receiver asked to give back or destroy what it has: one who works here finds it in a list, another gets a letter.
CREATE TABLE recalls (
    id            TEXT PRIMARY KEY,
    disclosure_id TEXT NOT NULL UNIQUE REFERENCES disclosures (id),
    person_id     TEXT NOT NULL REFERENCES persons (id),
    provider_id   TEXT,
    about_kind    TEXT NOT NULL,
    about_id      TEXT NOT NULL,
    asked_by      TEXT NOT NULL,
    asked_at      TEXT NOT NULL,
    sent_on       TEXT,                      -- the letter; a receiver who works here gets none
    sent_by       TEXT,
    answer        TEXT CHECK (answer IN ('returned', 'destroyed', 'kept_by_law')),
    answered_on   TEXT,
    answered_by   TEXT,
    answer_sealed BLOB,
    CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX recalls_by_person ON recalls (person_id, id);
CREATE INDEX recalls_open ON recalls (person_id) WHERE answer IS NULL;
CREATE INDEX recalls_of_provider ON recalls (provider_id, id) WHERE provider_id IS NOT NULL;
CREATE INDEX recalls_about ON recalls (about_kind, about_id);
