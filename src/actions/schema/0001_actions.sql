-- Action items of the Council: at the Council all of them, at a State's node those it owns.
CREATE TABLE action_items (
    id         TEXT PRIMARY KEY,                    -- UUIDv7, given by the Council
    owner      TEXT NOT NULL,                       -- member of the region that is to act: kg
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    due_on     TEXT NOT NULL,
    decision   TEXT NOT NULL,                       -- number of the decision it follows from; '' for none
    session    TEXT NOT NULL,                       -- title of the session, as people know it; '' for none
    state      TEXT NOT NULL CHECK (state IN ('open', 'done')),
    created_at TEXT NOT NULL
);
CREATE INDEX action_items_open ON action_items (due_on) WHERE state = 'open';

-- What the owner reported. Rows are never changed.
CREATE TABLE action_progress (
    id          TEXT PRIMARY KEY,                   -- UUIDv7, given by the owner
    action_id   TEXT NOT NULL REFERENCES action_items (id),
    note        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'done')),
    reported_at TEXT NOT NULL
);
CREATE INDEX action_progress_by_action ON action_progress (action_id, reported_at);
