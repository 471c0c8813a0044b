-- After how long something is looked at again: what an installation decided in place of what is shipped. The newest row of a name
-- counts; rows stay, so that it can be told what held when.
CREATE TABLE work_intervals (
    id     TEXT PRIMARY KEY,                        -- UUIDv7
    name   TEXT NOT NULL,
    value  INTEGER NOT NULL CHECK (value BETWEEN 1 AND 366),
    source TEXT NOT NULL,                           -- the law or decision it rests on
    set_by TEXT,                                    -- nobody: it was set before this table was there
    set_at TEXT
);
CREATE INDEX work_intervals_by_name ON work_intervals (name, id);
INSERT INTO work_intervals (id, name, value, source)
    SELECT '00000000-0000-7000-8000-000000000001', name, value, '' FROM child_settings WHERE value <> 3;
DROP TABLE child_settings;
