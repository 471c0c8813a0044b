-- The key of each person, wrapped by the node's key. Deleting a row erases the person.
CREATE TABLE person_keys (
    person_id  TEXT PRIMARY KEY,
    wrapped    BLOB NOT NULL,
    created_at TEXT NOT NULL
);
