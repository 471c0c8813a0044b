-- The same table with its key in front: SQLite 3.40 takes it for damaged otherwise (its check of NOT NULL looks at the wrong
-- column of a table WITHOUT ROWID), and then no backup is proved sound.
CREATE TABLE session_organisers_new (
    session_id TEXT NOT NULL REFERENCES council_sessions (id),
    body       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (session_id, body)
) WITHOUT ROWID;
INSERT INTO session_organisers_new (session_id, body, position) SELECT session_id, body, position FROM session_organisers;
DROP TABLE session_organisers;
ALTER TABLE session_organisers_new RENAME TO session_organisers;
