-- A service is asked for, approved where it needs to be, waited for where nobody has a place, given, and asked about.
-- SQLite changes no CHECK: the table is made anew, with its rows.
DROP VIEW service_facts;
CREATE TABLE service_orders_new (
    id              TEXT PRIMARY KEY,
    plan_service_id TEXT NOT NULL REFERENCES plan_services (id),
    case_id         TEXT NOT NULL REFERENCES case_files (id),
    person_id       TEXT NOT NULL REFERENCES persons (id),
    service         TEXT NOT NULL,
    provider_id     TEXT NOT NULL REFERENCES providers (id),
    due_on          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('requested', 'waiting', 'ordered', 'delivered', 'refused')),
    ordered_by      TEXT NOT NULL,                   -- who asked for it
    ordered_at      TEXT NOT NULL,                   -- when it was asked for
    asked_by_person INTEGER NOT NULL DEFAULT 0,      -- the returnee asked for it: of what is given on request only
    decision        TEXT CHECK (decision IN ('approved', 'refused')),
    decided_by      TEXT,
    decided_at      TEXT,
    comment_sealed  BLOB,
    placed_at       TEXT,                            -- when the provider was to begin
    delivered_on    TEXT,
    refused_reason  TEXT CHECK (refused_reason IN ('no_capacity', 'not_eligible', 'documents_missing', 'declined_by_returnee',
                                                   'not_available_here', 'not_approved', 'other')),
    closed_by       TEXT,
    closed_at       TEXT,
    note_sealed     BLOB,
    outcome         TEXT CHECK (outcome IN ('helped', 'helped_partly', 'did_not_help', 'not_taken_up', 'not_known')),
    outcome_on      TEXT,
    outcome_by      TEXT,
    outcome_sealed  BLOB,
    version         INTEGER NOT NULL,
    CHECK ((state = 'delivered') = (delivered_on IS NOT NULL)),
    CHECK ((state = 'refused') = (refused_reason IS NOT NULL)),
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK (outcome IS NULL OR state = 'delivered')
);
INSERT INTO service_orders_new (id, plan_service_id, case_id, person_id, service, provider_id, due_on, state, ordered_by, ordered_at, placed_at,
                                delivered_on, refused_reason, closed_by, closed_at, note_sealed, version)
    SELECT id, plan_service_id, case_id, person_id, service, provider_id, due_on, state, ordered_by, ordered_at, ordered_at,
           delivered_on, refused_reason, closed_by, closed_at, note_sealed, version FROM service_orders;
DROP TABLE service_orders;
ALTER TABLE service_orders_new RENAME TO service_orders;
-- After a refusal the service may be ordered again, from somebody else.
CREATE UNIQUE INDEX service_orders_one_standing ON service_orders (plan_service_id) WHERE state <> 'refused';
CREATE INDEX service_orders_by_service ON service_orders (plan_service_id);
CREATE INDEX service_orders_by_case ON service_orders (case_id);
CREATE INDEX service_orders_open ON service_orders (person_id, due_on) WHERE state = 'ordered';
CREATE INDEX service_orders_requested ON service_orders (person_id) WHERE state = 'requested';
CREATE INDEX service_orders_to_ask ON service_orders (person_id) WHERE state = 'delivered' AND outcome IS NULL;
CREATE INDEX service_orders_of_provider ON service_orders (provider_id, service, state, placed_at);
CREATE INDEX service_orders_by_time ON service_orders (ordered_at);

-- What was delivered to whom and when; for counting. No names, no texts.
CREATE VIEW service_facts AS
SELECT person_id, service, delivered_on FROM service_orders WHERE state = 'delivered';

-- How long people wait, for counting: it says nothing of who.
CREATE VIEW service_waiting AS
SELECT o.service, o.provider_id, p.region, substr(o.ordered_at, 1, 10) AS asked_on, substr(o.decided_at, 1, 10) AS decided_on,
       substr(o.placed_at, 1, 10) AS placed_on, o.delivered_on
FROM service_orders o JOIN persons p ON p.id = o.person_id;
