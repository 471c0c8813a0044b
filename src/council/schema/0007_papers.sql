-- Files that hang on a thing of the Council. Who may read one is asked of its thing, and stands nowhere here.
CREATE TABLE papers (
    id           TEXT PRIMARY KEY,                  -- UUIDv7
    thing_kind   TEXT NOT NULL,                     -- as in audiences: session, decision, practice, …
    thing_id     TEXT NOT NULL,
    file_id      TEXT NOT NULL REFERENCES files (id),
    title        TEXT NOT NULL,
    language     TEXT NOT NULL CHECK (language IN ('en', 'ru', 'uz', 'kk', 'ky', 'tg', 'tk', 'und')),
    file_name    TEXT NOT NULL,                     -- as its sender called it
    note         TEXT NOT NULL,
    member       TEXT NOT NULL,                     -- State or body whose account added it; '' for the secretariat
    added_by     TEXT NOT NULL,
    added_at     TEXT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at TEXT
);
CREATE INDEX papers_of_thing ON papers (thing_kind, thing_id, added_at);
-- A file hangs on a thing once.
CREATE UNIQUE INDEX papers_once ON papers (thing_kind, thing_id, file_id) WHERE withdrawn_at IS NULL;
