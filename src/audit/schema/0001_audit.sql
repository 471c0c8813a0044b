-- Who read and who changed what. Rows are never changed: `hash` covers the row and the hash before it.
CREATE TABLE audit_leaves (
    seq        INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,             -- UTC, ISO 8601
    actor      TEXT NOT NULL,             -- account id, member:<code>, or system
    action     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    person_id  TEXT NOT NULL,             -- '' when about no person
    details    TEXT NOT NULL,             -- JSON object of codes and numbers
    hash       BLOB NOT NULL
);
CREATE INDEX audit_leaves_by_person ON audit_leaves (person_id, seq) WHERE person_id <> '';
