-- What a save changed in a person's record, field by field. Rows stay as long as the person's key does.
CREATE TABLE field_changes (
    id            TEXT PRIMARY KEY,      -- UUIDv7
    person_id     TEXT NOT NULL,         -- whose record
    compartment   TEXT NOT NULL CHECK (compartment IN ('record', 'psychosocial', 'grants')),  -- who may read it
    thing         TEXT NOT NULL,         -- kind of row: person, care_arrangement…
    thing_id      TEXT NOT NULL,
    field         TEXT NOT NULL,         -- code; a page has the word for `<thing>.<field>`
    before_sealed BLOB NOT NULL,         -- empty text: there was nothing
    after_sealed  BLOB NOT NULL,
    changed_by    TEXT NOT NULL,
    changed_at    TEXT NOT NULL
);
CREATE INDEX field_changes_by_person ON field_changes (person_id, compartment, id);
CREATE INDEX field_changes_by_thing ON field_changes (thing_id, id);
