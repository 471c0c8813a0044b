-- The chain of documents: what was asked of whom, which citizenship a person has, and how it is known whose child one is.
-- What is held stays in person_documents, and what is counted in the view document_facts.

-- A document asked for. A clerk of the registry reads these rows of the own region, and of the person nothing else.
CREATE TABLE document_requests (
    id            TEXT PRIMARY KEY,          -- UUIDv7
    person_id     TEXT NOT NULL REFERENCES persons (id),
    step          TEXT NOT NULL,             -- of the chain: birth_proof
    document      TEXT NOT NULL,             -- code: birth_certificate
    asked_of      TEXT NOT NULL CHECK (asked_of IN ('registry', 'court', 'migration_authority', 'embassy', 'health_facility')),
    region        TEXT NOT NULL,             -- whose registry; the person's when it was asked
    state         TEXT NOT NULL CHECK (state IN ('asked', 'taken', 'more_needed', 'issued', 'refused', 'withdrawn')),
    shown_sealed  BLOB NOT NULL,             -- JSON: of the person, what the request needs and no more
    asked_by      TEXT NOT NULL,
    asked_at      TEXT NOT NULL,
    moved_at      TEXT NOT NULL,
    ended_at      TEXT,
    version       INTEGER NOT NULL,
    CHECK ((state IN ('issued', 'refused', 'withdrawn')) = (ended_at IS NOT NULL))
);
CREATE INDEX document_requests_by_person ON document_requests (person_id, id);
CREATE INDEX document_requests_queue ON document_requests (asked_of, region, state, id);
-- One document is asked of one body once at a time.
CREATE UNIQUE INDEX document_requests_one_open ON document_requests (person_id, document, asked_of) WHERE ended_at IS NULL;

-- What became of a request, and what was said. Rows stay.
CREATE TABLE document_request_moves (
    id           TEXT PRIMARY KEY,
    request_id   TEXT NOT NULL REFERENCES document_requests (id),
    kind         TEXT NOT NULL CHECK (kind IN ('asked', 'taken', 'more_needed', 'answered', 'issued', 'refused', 'withdrawn')),
    words_sealed BLOB NOT NULL,              -- empty when nothing was said
    moved_by     TEXT NOT NULL,
    moved_at     TEXT NOT NULL
);
CREATE INDEX document_request_moves_by_request ON document_request_moves (request_id, id);

-- What is known of a person's citizenship. The newest row stands; older ones are how it came about.
CREATE TABLE person_nationality (
    id                TEXT PRIMARY KEY,
    person_id         TEXT NOT NULL REFERENCES persons (id),
    status            TEXT NOT NULL CHECK (status IN ('confirmed', 'under_determination', 'dual', 'statelessness_feared')),
    basis             TEXT NOT NULL CHECK (basis IN ('mother', 'father', 'place_of_birth', 'decision', 'document', 'not_known')),
    since             TEXT NOT NULL,
    words_sealed      BLOB NOT NULL,         -- JSON: citizenships, authority
    recorded_by       TEXT NOT NULL,
    recorded_at       TEXT NOT NULL,
    legal_aid_on      TEXT,                  -- when legal aid was asked
    legal_aid_by      TEXT
);
CREATE INDEX person_nationality_by_person ON person_nationality (person_id, id);
CREATE INDEX person_nationality_alert ON person_nationality (person_id) WHERE status = 'statelessness_feared' AND legal_aid_on IS NULL;

-- How it is known who somebody's relative is: by what method, when, by whose word, with what result. Nothing of the body.
CREATE TABLE kinship_evidence (
    id           TEXT PRIMARY KEY,
    person_id    TEXT NOT NULL REFERENCES persons (id),
    relation     TEXT NOT NULL CHECK (relation IN ('mother', 'father', 'sibling', 'grandparent', 'other')),
    method       TEXT NOT NULL CHECK (method IN ('papers', 'registry_entry', 'witnesses', 'court', 'laboratory')),
    concluded_on TEXT NOT NULL,
    conclusion   TEXT NOT NULL CHECK (conclusion IN ('confirmed', 'not_confirmed', 'inconclusive')),
    words_sealed BLOB NOT NULL,              -- JSON: relative, authority
    recorded_by  TEXT NOT NULL,
    recorded_at  TEXT NOT NULL
);
CREATE INDEX kinship_evidence_by_person ON kinship_evidence (person_id, id);

-- What a chain leads to and no paper shows: school begun, a benefit paid, a home found.
CREATE TABLE chain_marks (
    person_id  TEXT NOT NULL REFERENCES persons (id),
    step       TEXT NOT NULL,
    reached_on TEXT NOT NULL,
    marked_by  TEXT NOT NULL,
    marked_at  TEXT NOT NULL,
    PRIMARY KEY (person_id, step)
);
