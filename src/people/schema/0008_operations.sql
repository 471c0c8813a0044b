-- Operations that a State adds itself, beside those that come with the program.
ALTER TABLE operation_stages ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE operation_stages ADD COLUMN added_at TEXT;  -- NULL: came with the program

-- Each save of an added one. Rows stay.
CREATE TABLE operation_stage_versions (
    stage_id   TEXT NOT NULL REFERENCES operation_stages (id) ON UPDATE CASCADE,
    version    INTEGER NOT NULL,
    content    TEXT NOT NULL,            -- JSON: operation, stage, name, on_date, place, source
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (stage_id, version)
);

-- Whether anybody arrived with one.
CREATE INDEX persons_by_stage ON persons (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX families_by_stage ON families (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX import_batches_by_stage ON import_batches (stage_id) WHERE stage_id IS NOT NULL;
