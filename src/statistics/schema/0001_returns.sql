-- The State's returns, from draft to release. Only safe tables are kept: what was hidden is nowhere in here.
CREATE TABLE annual_returns (
    id             TEXT PRIMARY KEY,                -- UUIDv7
    year           INTEGER NOT NULL,
    reference_date TEXT NOT NULL,
    payload        TEXT NOT NULL,                   -- `release` of api/exchange.yaml, with the signatures once released
    hidden         TEXT NOT NULL,                   -- JSON: for the steward, why each cell of each table is hidden
    prepared_by    TEXT NOT NULL,
    prepared_at    TEXT NOT NULL,
    released_by    TEXT,
    released_at    TEXT,
    message_id     TEXT                             -- of the exchange
);
CREATE INDEX annual_returns_by_year ON annual_returns (year, prepared_at);

CREATE TABLE return_signatures (
    return_id TEXT NOT NULL REFERENCES annual_returns (id),
    signed_by TEXT NOT NULL,
    role      TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (return_id, signed_by)
);
