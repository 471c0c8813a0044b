-- People who sign in, and their sessions. Staff only: a returnee has no account here.
CREATE TABLE accounts (
    id            TEXT PRIMARY KEY,       -- UUIDv7
    username      TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,          -- as colleagues see it
    role          TEXT NOT NULL CHECK (role IN ('social_worker', 'supervisor', 'psychologist', 'civil_registry', 'coordinator',
                                                'secretariat', 'focal_point', 'expert', 'observer',
                                                'data_protection_officer', 'admin')),
    language      TEXT NOT NULL,
    region        TEXT NOT NULL,          -- '' is the whole State
    member        TEXT NOT NULL,          -- at the Council: the State or body; '' is the secretariat
    password_hash TEXT NOT NULL,          -- Argon2id
    created_at    TEXT NOT NULL,
    disabled_at   TEXT
);
CREATE TABLE sessions (
    token_hash   TEXT PRIMARY KEY,        -- SHA-256 of the cookie, which is kept nowhere
    account_id   TEXT NOT NULL REFERENCES accounts (id),
    csrf_token   TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
