-- The State's returns, from draft to release. Only safe tables are kept: what was hidden is nowhere in here.
CREATE TABLE annual_returns (
    id                TEXT PRIMARY KEY,             -- UUIDv7
    year              INTEGER NOT NULL,
    reference_date    TEXT NOT NULL,
    payload           TEXT NOT NULL,                -- `Release` of api/exchange.yaml, with the signatures once released
    hidden            TEXT NOT NULL,                -- JSON, for the steward: one letter for each cell of each table
    given_up          TEXT NOT NULL,                -- JSON: classifications left out, since no pattern kept every small count hidden
    cells             INTEGER NOT NULL,             -- labels of the same people counted once, as in the next two
    hidden_by_rule    INTEGER NOT NULL,
    hidden_to_protect INTEGER NOT NULL,
    prepared_by       TEXT NOT NULL,
    prepared_at       TEXT NOT NULL,
    released_by       TEXT,
    released_at       TEXT,
    message_id        TEXT,                         -- of the exchange
    CHECK ((released_at IS NULL) = (released_by IS NULL)),
    CHECK ((released_at IS NULL) = (message_id IS NULL))
);
CREATE INDEX annual_returns_by_year ON annual_returns (year, prepared_at, id);

CREATE TABLE return_signatures (
    return_id TEXT NOT NULL REFERENCES annual_returns (id),
    signed_by TEXT NOT NULL,
    role      TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (return_id, signed_by)
);
