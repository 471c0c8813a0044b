-- Letters that were made from a template. The text lies in case_contents, sealed under the person's key, as it left.
CREATE TABLE case_letters (
    id               TEXT PRIMARY KEY,              -- UUIDv7
    case_id          TEXT NOT NULL REFERENCES case_files (id),
    template         TEXT NOT NULL,                 -- code of config/letters
    template_version INTEGER NOT NULL,
    language         TEXT NOT NULL,
    goes_to          TEXT NOT NULL CHECK (goes_to IN ('person', 'body')),
    receiver_sealed  BLOB NOT NULL,
    disclosure_id    TEXT,                          -- what was shared by it, and so the consent
    size             INTEGER NOT NULL CHECK (size > 0),  -- bytes
    made_by          TEXT NOT NULL REFERENCES accounts (id),
    made_at          TEXT NOT NULL,
    request_id       TEXT NOT NULL UNIQUE,
    CHECK (goes_to = 'person' OR disclosure_id IS NOT NULL)   -- nothing leaves for others without a ground
);
CREATE INDEX case_letters_by_case ON case_letters (case_id, id DESC);
