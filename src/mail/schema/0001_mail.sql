-- Where an account's mail goes.
CREATE TABLE mail_addresses (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    address    TEXT NOT NULL
);
-- What a reader chose about a kind of letter; without a row, what config/mail/letters.json says of the kind.
CREATE TABLE mail_choices (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind       TEXT NOT NULL,                       -- invitation, digest, …
    wanted     INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (account_id, kind)
) WITHOUT ROWID;
-- Letters, as their readers get them. The address is looked up when one leaves: it may have changed since.
CREATE TABLE mail_letters (
    id              TEXT PRIMARY KEY,               -- UUIDv7, also in its Message-ID
    account_id      TEXT NOT NULL REFERENCES accounts (id),
    kind            TEXT NOT NULL,
    language        TEXT NOT NULL,
    subject         TEXT NOT NULL,
    text            TEXT NOT NULL,                  -- without the lines on how to stop such letters
    path            TEXT NOT NULL,                  -- /meetings/0192…; '' for none
    queued_at       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'given_up', 'dropped')),
    attempts        INTEGER NOT NULL,
    next_attempt_at TEXT NOT NULL,
    concluded_at    TEXT,                           -- sent, given up, or dropped because nobody wants it any more
    problem         TEXT NOT NULL                   -- of the last attempt: mail.refused; '' for none
);
CREATE INDEX mail_letters_due ON mail_letters (state, next_attempt_at);
CREATE INDEX mail_letters_by_account ON mail_letters (account_id, id);
CREATE INDEX mail_letters_by_age ON mail_letters (queued_at);
-- The week, by its Monday, whose digest was last made for a reader.
CREATE TABLE mail_digests (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    week       TEXT NOT NULL
);
