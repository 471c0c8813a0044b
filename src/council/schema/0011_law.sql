-- What the States' law says on a topic, side by side. It describes; it rates nobody.
CREATE TABLE law_entries (
    id            TEXT PRIMARY KEY,                 -- UUIDv7
    state         TEXT NOT NULL,                    -- member State: uz
    topic         TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('constitution', 'code', 'law', 'decree', 'resolution', 'strategy', 'programme', 'procedure', 'treaty')),
    instrument    TEXT NOT NULL,                    -- name and number, in the original or as the source gives it
    article       TEXT NOT NULL,                    -- '' for the whole
    summary_en    TEXT NOT NULL,
    summary_ru    TEXT NOT NULL,
    unofficial    INTEGER NOT NULL CHECK (unofficial IN (0, 1)),  -- the summary is no official translation
    in_force_from TEXT,                             -- NULL while not known
    in_force_to   TEXT,                             -- last day; NULL while in force
    official_link TEXT NOT NULL,
    source        TEXT NOT NULL,
    public        INTEGER NOT NULL CHECK (public IN (0, 1)),
    withdrawn_because TEXT,                         -- entered by mistake; shown no more
    version       INTEGER NOT NULL,
    changed_by    TEXT NOT NULL,
    changed_at    TEXT NOT NULL,
    CHECK (in_force_from IS NULL OR in_force_to IS NULL OR in_force_to >= in_force_from)
);
CREATE INDEX law_entries_by_cell ON law_entries (topic, state);
