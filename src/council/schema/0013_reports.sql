-- The Council's annual reports: drawn from what the Council did in a year, edited, released, and then frozen.
CREATE TABLE reports (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    year        INTEGER NOT NULL,
    language    TEXT NOT NULL CHECK (language IN ('en', 'ru')),
    edition     INTEGER NOT NULL CHECK (edition >= 1),  -- a correction is the next edition; the one before stays
    state       TEXT NOT NULL CHECK (state IN ('draft', 'released')),
    title       TEXT NOT NULL,
    correction  TEXT NOT NULL,                      -- what it corrects; '' for the first edition
    example     INTEGER NOT NULL CHECK (example IN (0, 1)),  -- with invented content, to show how one looks
    version     INTEGER NOT NULL,                   -- counts the edits
    made_by     TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    released_by TEXT,
    released_at TEXT,
    document    TEXT,                               -- as released, JSON: PDF and DOCX are drawn from it and from nothing else
    UNIQUE (year, language, edition),
    CHECK ((state = 'released') = (document IS NOT NULL)),
    CHECK ((state = 'released') = (released_at IS NOT NULL))
);
-- One draft of a year and language at a time.
CREATE UNIQUE INDEX reports_at_work ON reports (year, language) WHERE state = 'draft';
CREATE TABLE report_sections (
    report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    key       TEXT NOT NULL,                        -- sessions, decisions, …
    position  INTEGER NOT NULL,
    left_out  INTEGER NOT NULL CHECK (left_out IN (0, 1)),
    before    TEXT NOT NULL,                        -- what the secretariat writes before what is drawn
    after     TEXT NOT NULL,
    drawn     TEXT NOT NULL,                        -- blocks and key figures, JSON
    drawn_at  TEXT NOT NULL,
    PRIMARY KEY (report_id, key)
);
