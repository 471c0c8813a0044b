-- Who delivers services, what was ordered from them, and how families fare over time.
CREATE TABLE providers (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    name       TEXT NOT NULL,                       -- of the body; nobody's personal data
    kind       TEXT NOT NULL CHECK (kind IN ('state', 'municipal', 'civil_society', 'international', 'private')),
    region     TEXT NOT NULL,                       -- ISO 3166-2; '' serves the whole State
    version    INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    ended_at   TEXT
);
CREATE TABLE provider_services (
    provider_id TEXT NOT NULL REFERENCES providers (id),
    service     TEXT NOT NULL,                      -- code of the catalogue
    PRIMARY KEY (provider_id, service)
);

-- A service of an approved plan, ordered. A planned service without a row here is still to be ordered.
CREATE TABLE service_orders (
    id              TEXT PRIMARY KEY,
    plan_service_id TEXT NOT NULL REFERENCES plan_services (id),
    case_id         TEXT NOT NULL REFERENCES case_files (id),
    person_id       TEXT NOT NULL REFERENCES persons (id),
    service         TEXT NOT NULL,
    provider_id     TEXT NOT NULL REFERENCES providers (id),
    due_on          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('ordered', 'delivered', 'refused')),
    ordered_by      TEXT NOT NULL,
    ordered_at      TEXT NOT NULL,
    delivered_on    TEXT,
    refused_reason  TEXT CHECK (refused_reason IN ('no_capacity', 'not_eligible', 'documents_missing', 'declined_by_returnee',
                                                   'not_available_here', 'other')),
    closed_by       TEXT,
    closed_at       TEXT,
    note_sealed     BLOB,
    version         INTEGER NOT NULL,
    CHECK ((state = 'delivered') = (delivered_on IS NOT NULL)),
    CHECK ((state = 'refused') = (refused_reason IS NOT NULL))
);
-- After a refusal the service may be ordered again, from somebody else.
CREATE UNIQUE INDEX service_orders_one_standing ON service_orders (plan_service_id) WHERE state <> 'refused';
CREATE INDEX service_orders_by_service ON service_orders (plan_service_id);
CREATE INDEX service_orders_by_case ON service_orders (case_id);
CREATE INDEX service_orders_open ON service_orders (person_id, due_on) WHERE state = 'ordered';

-- One answered outcome survey. Questions and weights are configuration; the scores stand as they were reckoned then.
CREATE TABLE surveys (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    month          INTEGER NOT NULL CHECK (month IN (0, 3, 6, 12, 24)),
    definition     TEXT NOT NULL,                   -- id and version of the questions: `reintegration@1`
    answered_on    TEXT NOT NULL,
    answered_by    TEXT NOT NULL,
    answers_sealed BLOB NOT NULL,
    economic       REAL,                            -- 0 to 1; NULL when none of its questions was answered
    social         REAL,
    psychosocial   REAL,
    total          REAL,
    UNIQUE (case_id, month)
);

-- What was delivered to whom and when; for counting. No names, no texts.
CREATE VIEW service_facts AS
SELECT person_id, service, delivered_on FROM service_orders WHERE state = 'delivered';
