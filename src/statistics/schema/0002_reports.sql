-- The report builder. Facts of a month are taken once, as a count of each combination of categories without anything that
-- leads to a person, and every table given out in the month is kept: the next is made safe beside them.
CREATE TABLE report_cubes (
    period  TEXT NOT NULL,                          -- `2026-11`: the month in which these facts are used
    unit    TEXT NOT NULL,
    content TEXT NOT NULL,                          -- JSON; never leaves the installation
    PRIMARY KEY (period, unit)
);
CREATE TABLE report_tables (
    period     TEXT NOT NULL,
    unit       TEXT NOT NULL,
    crossed    TEXT NOT NULL,                       -- dimensions in the order of the cube: `region.sex`
    shown      TEXT NOT NULL,                       -- one letter a cell: n shown, r under the floor, p protects another
    made_at    TEXT NOT NULL,
    PRIMARY KEY (period, unit, crossed)
);

-- What is asked, never what came out: a saved report is counted each time it is opened.
CREATE TABLE saved_reports (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    name       TEXT NOT NULL,
    shared     TEXT NOT NULL CHECK (shared IN ('own', 'region', 'all')),
    region     TEXT NOT NULL,                       -- of whoever saved it; '' works in the whole State
    spec       TEXT NOT NULL,                       -- JSON
    saved_by   TEXT NOT NULL,
    saved_at   TEXT NOT NULL
);
CREATE INDEX saved_reports_by_name ON saved_reports (name, id);
