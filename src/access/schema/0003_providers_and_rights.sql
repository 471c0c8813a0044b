-- Staff of a school, a clinic, a labour office sign in too, and see what was referred to them. `member` names their body.
-- SQLite changes no CHECK: the table is made anew, with its rows.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE accounts_kept AS SELECT * FROM accounts;
DROP TABLE accounts;
CREATE TABLE accounts (
    id            TEXT PRIMARY KEY,       -- UUIDv7
    username      TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,          -- as colleagues see it
    role          TEXT NOT NULL CHECK (role IN ('social_worker', 'supervisor', 'psychologist', 'civil_registry', 'provider',
                                                'coordinator', 'secretariat', 'focal_point', 'expert', 'observer',
                                                'data_protection_officer', 'admin')),
    language      TEXT NOT NULL,
    region        TEXT NOT NULL,          -- '' is the whole State
    member        TEXT NOT NULL,          -- at the Council: the State or body, '' is the secretariat; of `provider`: its id
    password_hash TEXT NOT NULL,          -- Argon2id
    created_at    TEXT NOT NULL,
    disabled_at   TEXT
);
INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at, disabled_at)
    SELECT id, username, name, role, language, region, member, password_hash, created_at, disabled_at FROM accounts_kept;
DROP TABLE accounts_kept;

-- Rights that a role does not bring, given to one account by whoever manages accounts. Off unless a row says otherwise.
CREATE TABLE account_rights (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    "right"    TEXT NOT NULL CHECK ("right" IN ('approve_own_work')),
    given_by   TEXT NOT NULL,
    given_at   TEXT NOT NULL,
    PRIMARY KEY (account_id, "right")
);
