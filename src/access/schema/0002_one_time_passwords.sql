-- Passwords that somebody else knows: they open nothing but the choice of a new one.
CREATE TABLE one_time_passwords (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    expires_at TEXT NOT NULL
);
