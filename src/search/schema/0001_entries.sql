-- Texts that can be searched, of every kind. `search_words` holds what the analyser makes of them.
CREATE TABLE search_entries (
    number   INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    title    TEXT NOT NULL,
    body     TEXT NOT NULL,
    state    TEXT NOT NULL,
    topic    TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    UNIQUE (kind, id)
);
