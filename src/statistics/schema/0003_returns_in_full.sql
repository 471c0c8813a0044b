-- What a return was made of and stands for, and what the State alone may know of it.
ALTER TABLE annual_returns ADD COLUMN chosen TEXT NOT NULL DEFAULT '[]';      -- JSON: indicators and what each is crossed by; empty: the catalogue's
ALTER TABLE annual_returns ADD COLUMN replaces TEXT REFERENCES annual_returns (id);  -- the released return that this one corrects
ALTER TABLE annual_returns ADD COLUMN beside TEXT NOT NULL DEFAULT '[]';      -- JSON: released returns beside which it was made safe
ALTER TABLE annual_returns ADD COLUMN reason TEXT NOT NULL DEFAULT '';        -- why it is corrected, for everybody to read
ALTER TABLE annual_returns ADD COLUMN passed BLOB;                            -- keyed hash over payload and hidden: only what has passed leaves
ALTER TABLE annual_returns ADD COLUMN certificate TEXT NOT NULL DEFAULT '';   -- SHA-256 of the certificate, hexadecimal; goes with the release

-- True counts, fingerprints and the certificate, sealed under the installation's key: later releases are made safe beside them.
CREATE TABLE return_secrets (
    return_id      TEXT PRIMARY KEY REFERENCES annual_returns (id),
    content_sealed BLOB NOT NULL
);

-- A released return is taken back by two people. What it showed stays shown in the model for ever.
CREATE TABLE return_withdrawals (
    return_id      TEXT PRIMARY KEY REFERENCES annual_returns (id),
    reason         TEXT NOT NULL,
    asked_by       TEXT NOT NULL,
    asked_role     TEXT NOT NULL,
    asked_at       TEXT NOT NULL,
    confirmed_by   TEXT,
    confirmed_role TEXT,
    confirmed_at   TEXT,
    message_id     TEXT,                            -- of the exchange
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (confirmed_by <> asked_by)
);
