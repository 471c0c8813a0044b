-- Texts that can be searched, of every kind. `number` grows with the date, so that the newest come first unsorted.
CREATE TABLE search_entries (
    number   INTEGER PRIMARY KEY,               -- days since 1900-01-01, times 4096, and a place on that day
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    title    TEXT NOT NULL,
    state    TEXT NOT NULL,
    topic    TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    UNIQUE (kind, id)
);

-- Bodies in pieces of some thousand bytes, so that a snippet costs the same in a book as in a note.
CREATE TABLE search_passages (
    place INTEGER PRIMARY KEY,                  -- number times 2^31, and how many words of the body stand before
    text  TEXT NOT NULL
);

-- What the analyser makes of the texts: one token a word, in every column the same count as words. The tokens are kept,
-- so that taking an entry out takes out exactly what was put in.
CREATE VIRTUAL TABLE search_words USING fts5 (
    title,                                      -- stems: rehabilit
    body,
    title_exact,                                -- whole words: .rehabilitation
    body_exact,
    marks,                                      -- =a:all =k:practice =s:uz =t:health =y:2024, stems of the title: ^rehabilit
    tokenize = "ascii tokenchars '=.^:_-~'"
);
