-- The bodies that make the Council and surround it, as they stood on any day. People here are officials, never returnees.
CREATE TABLE bodies (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    code        TEXT NOT NULL UNIQUE,               -- uz as in the exchange, osce, isrs
    kind        TEXT NOT NULL CHECK (kind IN ('state', 'international_organisation', 'national_institution', 'civil_society',
                                              'academic', 'media', 'other')),
    country     TEXT NOT NULL,                      -- member State it belongs to: uz; '' for none
    contact_url TEXT NOT NULL,                      -- its own page; '' while not known
    note        TEXT NOT NULL,
    source      TEXT NOT NULL,                      -- who says that it exists and what it is
    search_text TEXT NOT NULL,                      -- code and all names, folded: either script finds the other
    version     INTEGER NOT NULL DEFAULT 1,
    added_by    TEXT NOT NULL,
    added_at    TEXT NOT NULL
);
-- NULL in valid_from or valid_to: not known, or without end. Both days belong to the time.
CREATE TABLE body_names (
    id         TEXT PRIMARY KEY,
    body_id    TEXT NOT NULL REFERENCES bodies (id),
    language   TEXT NOT NULL,                       -- BCP 47
    name       TEXT NOT NULL,
    short      TEXT NOT NULL,                       -- OSCE; '' for none
    valid_from TEXT,
    valid_to   TEXT,
    source     TEXT NOT NULL,
    sort_key   BLOB NOT NULL,                       -- collation of its language
    added_at   TEXT NOT NULL,
    CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
);
CREATE INDEX body_names_by_body ON body_names (body_id, language, valid_from);
CREATE TABLE body_parents (
    id         TEXT PRIMARY KEY,
    body_id    TEXT NOT NULL REFERENCES bodies (id),
    parent_id  TEXT NOT NULL REFERENCES bodies (id),
    valid_from TEXT,
    valid_to   TEXT,
    source     TEXT NOT NULL,
    added_at   TEXT NOT NULL,
    CHECK (parent_id <> body_id),
    CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
);
CREATE INDEX body_parents_by_body ON body_parents (body_id);
CREATE INDEX body_parents_by_parent ON body_parents (parent_id);

-- What a body is to the Council. Confirmed when every member State has said yes; one objection stops it.
CREATE TABLE memberships (
    id           TEXT PRIMARY KEY,
    body_id      TEXT NOT NULL REFERENCES bodies (id),
    tier         TEXT NOT NULL CHECK (tier IN ('member', 'observer', 'partner')),
    state        TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'stopped', 'withdrawn')),
    basis        TEXT NOT NULL CHECK (basis IN ('founding', 'proposal')),
    reason       TEXT NOT NULL,                     -- why it is proposed, or the source of a founding member
    proposed_by  TEXT NOT NULL,
    proposed_for TEXT NOT NULL,                     -- State that proposes: uz; '' for the secretariat
    proposed_at  TEXT NOT NULL,
    decided_at   TEXT,
    valid_from   TEXT,
    valid_to     TEXT,
    end_reason   TEXT NOT NULL DEFAULT '',
    ended_by     TEXT
);
CREATE INDEX memberships_by_body ON memberships (body_id, state, valid_from);
CREATE UNIQUE INDEX memberships_one_proposal ON memberships (body_id) WHERE state = 'proposed';
CREATE INDEX memberships_proposed ON memberships (state) WHERE state = 'proposed';
CREATE TABLE membership_voices (
    membership_id TEXT NOT NULL REFERENCES memberships (id),
    member        TEXT NOT NULL,                    -- State that speaks
    agrees        INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    reason        TEXT NOT NULL,                    -- of an objection
    account_id    TEXT NOT NULL,
    given_at      TEXT NOT NULL,
    PRIMARY KEY (membership_id, member),
    CHECK (agrees = 1 OR reason <> '')
);

-- Officials whom a body names to the Council.
CREATE TABLE appointments (
    id           TEXT PRIMARY KEY,
    body_id      TEXT NOT NULL REFERENCES bodies (id),
    role         TEXT NOT NULL CHECK (role IN ('focal_point', 'alternate', 'expert', 'observer')),
    name         TEXT NOT NULL,
    languages    TEXT NOT NULL,                     -- JSON array of BCP 47
    starts_on    TEXT NOT NULL,
    ends_on      TEXT,                              -- of the term
    account_id   TEXT REFERENCES accounts (id),
    state        TEXT NOT NULL CHECK (state IN ('nominated', 'confirmed', 'declined', 'ended')),
    nominated_by TEXT NOT NULL,
    nominated_for TEXT NOT NULL,                    -- body that nominates: uz; '' for the secretariat
    nominated_at TEXT NOT NULL,
    decided_by   TEXT,
    decided_at   TEXT,
    decline_reason TEXT NOT NULL DEFAULT '',
    ended_on     TEXT,
    ended_by     TEXT,
    end_reason   TEXT NOT NULL DEFAULT '',
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX appointments_by_body ON appointments (body_id, state);
CREATE INDEX appointments_by_account ON appointments (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX appointments_by_end ON appointments (state, ends_on);

-- What bodies agreed between them.
CREATE TABLE agreements (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('memorandum', 'roadmap', 'plan', 'partnership', 'declaration', 'other')),
    title      TEXT NOT NULL,
    signed_on  TEXT NOT NULL,                       -- date as far as it is known: 2022
    force_from TEXT,
    force_to   TEXT,                                -- NULL: without a known end
    marking    TEXT NOT NULL CHECK (marking IN ('clear', 'green', 'amber')),
    note       TEXT NOT NULL,
    source     TEXT NOT NULL,
    source_url TEXT NOT NULL,
    search_text TEXT NOT NULL,                      -- title, folded: either script finds the other
    version    INTEGER NOT NULL DEFAULT 1,
    added_by   TEXT NOT NULL,
    added_at   TEXT NOT NULL,
    CHECK (force_to IS NULL OR force_from IS NULL OR force_to >= force_from)
);
CREATE INDEX agreements_by_signing ON agreements (signed_on);
CREATE INDEX agreements_by_end ON agreements (force_to) WHERE force_to IS NOT NULL;
CREATE TABLE agreement_parties (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    body_id      TEXT NOT NULL REFERENCES bodies (id),
    position     INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, body_id)
) WITHOUT ROWID;
CREATE INDEX agreement_parties_by_body ON agreement_parties (body_id);
CREATE TABLE agreement_deliverables (
    id           TEXT PRIMARY KEY,
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    title        TEXT NOT NULL,
    due_on       TEXT,
    state        TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    evidence     TEXT NOT NULL,                     -- what shows it, or why it was dropped
    changed_by   TEXT NOT NULL,
    changed_at   TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX agreement_deliverables_by_agreement ON agreement_deliverables (agreement_id, due_on);
CREATE INDEX agreement_deliverables_due ON agreement_deliverables (state, due_on);
