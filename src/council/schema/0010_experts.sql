-- Experts who may be asked. Nobody is shown without having agreed to it; what the secretariat notes on vetting stays there.
CREATE TABLE experts (
    id             TEXT PRIMARY KEY,                -- UUIDv7
    account_id     TEXT UNIQUE REFERENCES accounts (id),
    name           TEXT NOT NULL,
    organisation   TEXT NOT NULL,
    country        TEXT NOT NULL,                   -- member State: uz; '' for another
    languages      TEXT NOT NULL,                   -- JSON array of BCP 47
    summary        TEXT NOT NULL,
    remote         INTEGER NOT NULL CHECK (remote IN (0, 1)),
    on_site        INTEGER NOT NULL CHECK (on_site IN (0, 1)),
    available_from TEXT,                            -- NULL: from now; without a known end
    available_to   TEXT,
    search_text    TEXT NOT NULL,
    sort_key       BLOB NOT NULL,
    version        INTEGER NOT NULL DEFAULT 1,
    added_by       TEXT NOT NULL,
    added_at       TEXT NOT NULL,
    CHECK (available_to IS NULL OR available_from IS NULL OR available_to >= available_from)
);
CREATE INDEX experts_by_name ON experts (sort_key);
CREATE TABLE expert_fields (
    expert_id TEXT NOT NULL REFERENCES experts (id),
    topic     TEXT NOT NULL,
    PRIMARY KEY (expert_id, topic)
) WITHOUT ROWID;
CREATE INDEX expert_fields_by_topic ON expert_fields (topic);
-- A consent holds until it is withdrawn; the row stays as the proof that it was given.
CREATE TABLE expert_consents (
    id           TEXT PRIMARY KEY,
    expert_id    TEXT NOT NULL REFERENCES experts (id),
    to_what      TEXT NOT NULL CHECK (to_what IN ('listing', 'publicity')),
    given_on     TEXT NOT NULL,
    given_by     TEXT NOT NULL,                     -- the expert's account, or who recorded the paper
    paper        TEXT NOT NULL,                     -- where the signed paper lies; '' when given with the account
    given_at     TEXT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX expert_consents_one ON expert_consents (expert_id, to_what) WHERE withdrawn_at IS NULL;
CREATE TABLE expert_statements (
    id           TEXT PRIMARY KEY,
    expert_id    TEXT NOT NULL REFERENCES experts (id),
    stated_on    TEXT NOT NULL,
    has_conflict INTEGER NOT NULL CHECK (has_conflict IN (0, 1)),
    statement    TEXT NOT NULL,
    paper        TEXT NOT NULL,
    stated_by    TEXT NOT NULL,
    stated_at    TEXT NOT NULL
);
CREATE INDEX expert_statements_by_expert ON expert_statements (expert_id, stated_on);
CREATE TABLE expert_vettings (
    id        TEXT PRIMARY KEY,
    expert_id TEXT NOT NULL REFERENCES experts (id),
    note      TEXT NOT NULL,
    noted_by  TEXT NOT NULL,
    noted_at  TEXT NOT NULL
);
CREATE INDEX expert_vettings_by_expert ON expert_vettings (expert_id);
CREATE TABLE expert_invitations (
    id          TEXT PRIMARY KEY,
    expert_id   TEXT NOT NULL REFERENCES experts (id),
    to_kind     TEXT NOT NULL CHECK (to_kind IN ('session', 'training', 'practice')),
    to_id       TEXT NOT NULL,
    to_title    TEXT NOT NULL,
    message     TEXT NOT NULL,
    respond_by  TEXT NOT NULL,
    sent_by     TEXT NOT NULL,
    sent_at     TEXT NOT NULL,
    answer      TEXT CHECK (answer IN ('accepted', 'declined')),
    reason      TEXT NOT NULL DEFAULT '',
    answered_by TEXT,
    answered_at TEXT
);
CREATE INDEX expert_invitations_by_expert ON expert_invitations (expert_id, sent_at);
CREATE INDEX expert_invitations_by_thing ON expert_invitations (to_kind, to_id);
CREATE UNIQUE INDEX expert_invitations_open ON expert_invitations (expert_id, to_kind, to_id) WHERE answer IS NULL;
