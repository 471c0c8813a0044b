-- What the States promised in their documents, clause by clause, and what each does about it.
CREATE TABLE commitment_documents (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    kind        TEXT NOT NULL CHECK (kind IN ('joint_plan', 'declaration', 'national_strategy', 'action_plan', 'cbm_catalogue', 'resolution', 'other')),
    title_en    TEXT NOT NULL,
    title_ru    TEXT NOT NULL,
    state       TEXT NOT NULL,                      -- of a national document; '' for one of all States
    adopted_on  TEXT NOT NULL,                      -- as far as it is known: 2022-03
    expires_on  TEXT,
    link        TEXT NOT NULL,
    source      TEXT NOT NULL,
    public      INTEGER NOT NULL CHECK (public IN (0, 1)),
    version     INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL
);
CREATE TABLE commitments (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES commitment_documents (id),
    clause      TEXT NOT NULL,                      -- as the document numbers it: III.4
    text_en     TEXT NOT NULL,
    text_ru     TEXT NOT NULL,
    pillar      TEXT NOT NULL CHECK (pillar IN ('conditions', 'prevention', 'capacity', 'rights')),
    topic       TEXT NOT NULL,
    version     INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    UNIQUE (document_id, clause)
);
-- What a State does about a commitment. Rows are never changed: the newest of a State stands, the others are its history.
CREATE TABLE national_actions (
    id            TEXT PRIMARY KEY,
    commitment_id TEXT NOT NULL REFERENCES commitments (id),
    state         TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('planned', 'under_way', 'done', 'not_applicable')),
    what          TEXT NOT NULL,
    evidence      TEXT NOT NULL,
    evidence_link TEXT NOT NULL,
    reported_by   TEXT NOT NULL,
    reported_at   TEXT NOT NULL
);
CREATE INDEX national_actions_of ON national_actions (commitment_id, state, reported_at);

-- Who does what, where, when, for which pillar, paid by whom; kept so that the gaps are seen.
CREATE TABLE initiatives (
    id         TEXT PRIMARY KEY,
    title_en   TEXT NOT NULL,
    title_ru   TEXT NOT NULL,
    body       TEXT NOT NULL,                       -- who: body
    state      TEXT NOT NULL,                       -- where: member State; '' for all of them
    place      TEXT NOT NULL,
    starts_on  TEXT NOT NULL,                       -- as far as it is known: 2022
    ends_on    TEXT,                                -- last day
    pillar     TEXT NOT NULL CHECK (pillar IN ('conditions', 'prevention', 'capacity', 'rights')),
    topic      TEXT NOT NULL,
    funder     TEXT NOT NULL,                       -- as the source names it; '' while not known
    source     TEXT NOT NULL,
    public     INTEGER NOT NULL CHECK (public IN (0, 1)),
    withdrawn_because TEXT,
    version    INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
