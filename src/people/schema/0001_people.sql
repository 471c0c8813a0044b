-- The people who came home. Columns that end in _sealed are under the person's own key (vault).

-- Operations that brought people home, and their stages. Reference data: 0002 fills it.
CREATE TABLE operation_stages (
    id        TEXT PRIMARY KEY,          -- uz-mehr-5
    state     TEXT NOT NULL,             -- UZ
    operation TEXT NOT NULL,             -- mehr
    stage     INTEGER,                   -- NULL: not broken down into stages
    name      TEXT NOT NULL,             -- as the State calls it
    on_date   TEXT,
    place     TEXT NOT NULL,
    source    TEXT NOT NULL
);

-- Regions of the States, by ISO 3166-2.
CREATE TABLE regions (
    id        TEXT PRIMARY KEY,          -- UZ-FA
    state     TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    name_ru   TEXT NOT NULL,
    name_own  TEXT NOT NULL,
    spellings TEXT NOT NULL              -- further ways to write it, separated by |
);

-- The last number given to file codes of a year: UZ-2021-00042.
CREATE TABLE code_numbers (
    series TEXT PRIMARY KEY,             -- person-2021, family
    last   INTEGER NOT NULL
);

CREATE TABLE families (
    id             TEXT PRIMARY KEY,     -- UUIDv7
    code           TEXT NOT NULL UNIQUE, -- UZ-F-00042
    stage_id       TEXT REFERENCES operation_stages (id),
    head_person_id TEXT REFERENCES persons (id),
    created_at     TEXT NOT NULL
);

CREATE TABLE persons (
    id             TEXT PRIMARY KEY,     -- UUIDv7
    code           TEXT NOT NULL UNIQUE, -- names nobody
    sex            TEXT NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
    born_on_sealed BLOB,                 -- ISO 8601-2; NULL when not known
    details_sealed BLOB NOT NULL,        -- JSON: birth place, citizenship, phone, contact times, note
    stage_id       TEXT REFERENCES operation_stages (id),
    arrived_on     TEXT,
    region         TEXT NOT NULL,        -- ISO 3166-2; '' when not known
    district       TEXT NOT NULL,
    family_id      TEXT REFERENCES families (id),
    relationship   TEXT NOT NULL,        -- code; '' when not known
    assigned_to    TEXT REFERENCES accounts (id),
    entry_route    TEXT NOT NULL CHECK (entry_route IN ('operation', 'self_return', 'family_transfer', 'other')),
    merged_into    TEXT REFERENCES persons (id),  -- found to be one person with that one
    version        INTEGER NOT NULL,
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL
);
CREATE INDEX persons_by_family ON persons (family_id) WHERE family_id IS NOT NULL;
CREATE INDEX persons_by_worker ON persons (assigned_to) WHERE assigned_to IS NOT NULL;

-- Names as written, in whatever script; a person may have several.
CREATE TABLE person_names (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES persons (id),
    kind        TEXT NOT NULL CHECK (kind IN ('main', 'other')),
    name_sealed BLOB NOT NULL,           -- JSON: family, given, patronymic
    position    INTEGER NOT NULL         -- 0 is the main one
);
CREATE INDEX person_names_by_person ON person_names (person_id, position);

CREATE TABLE person_documents (
    id            TEXT PRIMARY KEY,
    person_id     TEXT NOT NULL REFERENCES persons (id),
    kind          TEXT NOT NULL,         -- code
    number_sealed BLOB,                  -- NULL when not known
    state         TEXT NOT NULL CHECK (state IN ('held', 'missing', 'requested', 'restored')),
    restored_on   TEXT,
    version       INTEGER NOT NULL,
    CHECK ((state = 'restored') = (restored_on IS NOT NULL))
);
CREATE INDEX person_documents_by_person ON person_documents (person_id);

-- Two records that may be one person; a person decides.
CREATE TABLE duplicate_candidates (
    id         TEXT PRIMARY KEY,
    person_a   TEXT NOT NULL REFERENCES persons (id),
    person_b   TEXT NOT NULL REFERENCES persons (id),
    score      REAL NOT NULL,            -- 0 to 1
    reasons    TEXT NOT NULL,            -- JSON: codes of identity::Reason
    state      TEXT NOT NULL CHECK (state IN ('open', 'same', 'different')),
    decided_by TEXT,
    decided_at TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (person_a, person_b),
    CHECK (person_a < person_b)
);
CREATE INDEX duplicate_candidates_open ON duplicate_candidates (state, score DESC, id);

-- Lists that were imported. A draft has one effect however often it is sent.
CREATE TABLE import_batches (
    id          TEXT PRIMARY KEY,        -- the draft's id
    sha256      TEXT NOT NULL,           -- of the file
    stage_id    TEXT REFERENCES operation_stages (id),
    as_of       TEXT NOT NULL,           -- date of arrival
    rows        INTEGER NOT NULL,        -- rows that describe a person
    persons     INTEGER NOT NULL,        -- persons made
    joined      INTEGER NOT NULL,        -- rows found to be somebody already there, or of another row
    families    INTEGER NOT NULL,        -- families made
    refused     INTEGER NOT NULL,
    undecided   INTEGER NOT NULL,        -- possible duplicates that wait for a decision
    imported_by TEXT NOT NULL,
    imported_at TEXT NOT NULL
);
CREATE INDEX import_batches_by_file ON import_batches (sha256);

-- For counting: documents that were restored. Names nobody.
CREATE VIEW document_facts AS
    SELECT person_id, kind, restored_on FROM person_documents WHERE restored_on IS NOT NULL;
