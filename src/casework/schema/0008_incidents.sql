-- Stigma and bullying that a returnee meets: what happened, what was done, and when somebody looks again.
CREATE TABLE incidents (
    id           TEXT PRIMARY KEY,                  -- UUIDv7
    case_id      TEXT NOT NULL REFERENCES case_files (id),
    place        TEXT NOT NULL CHECK (place IN ('school', 'street', 'online', 'office', 'media', 'neighbourhood', 'work', 'other')),
    kind         TEXT NOT NULL CHECK (kind IN ('name_calling', 'exclusion', 'refused_service', 'intimidation', 'violence', 'exposure', 'other')),
    happened_on  TEXT NOT NULL,
    what_sealed  BLOB NOT NULL,
    done_sealed  BLOB NOT NULL,
    follow_up_on TEXT,                              -- while it is open
    outcome      TEXT CHECK (outcome IN ('stopped', 'settled', 'goes_on', 'handed_on')),
    logged_by    TEXT NOT NULL,
    logged_at    TEXT NOT NULL,
    closed_by    TEXT,
    closed_at    TEXT,
    version      INTEGER NOT NULL,
    request_id   TEXT,
    CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    CHECK ((closed_at IS NULL) = (follow_up_on IS NOT NULL))
);
CREATE INDEX incidents_by_case ON incidents (case_id, happened_on DESC, id DESC);
CREATE INDEX incidents_open ON incidents (case_id, follow_up_on) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX incidents_by_request ON incidents (request_id) WHERE request_id IS NOT NULL;

-- What was done about one, step by step. Rows stay.
CREATE TABLE incident_steps (
    id          TEXT PRIMARY KEY,                   -- UUIDv7
    incident_id TEXT NOT NULL REFERENCES incidents (id),
    done_on     TEXT NOT NULL,
    text_sealed BLOB NOT NULL,
    noted_by    TEXT NOT NULL,
    noted_at    TEXT NOT NULL
);
CREATE INDEX incident_steps_by_incident ON incident_steps (incident_id, id);

-- For counting, without a name or a text: where and how often it happens, and how long until it stops.
CREATE VIEW incident_facts AS
    SELECT p.region AS region, i.place AS place, i.kind AS kind, i.happened_on AS happened_on, i.outcome AS outcome,
           substr(i.closed_at, 1, 10) AS closed_on
    FROM incidents i JOIN case_files c ON c.id = i.case_id JOIN persons p ON p.id = c.person_id;
