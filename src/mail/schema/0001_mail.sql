-- Where an account's mail goes.
CREATE TABLE mail_addresses (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    address    TEXT NOT NULL
);
