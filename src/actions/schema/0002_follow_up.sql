-- What happens to an action item on its way: days move, items are dropped, reports carry evidence.
ALTER TABLE action_items ADD COLUMN version INTEGER NOT NULL DEFAULT 1;           -- counts the Council's changes
ALTER TABLE action_items ADD COLUMN dropped_at TEXT;                              -- then it is dropped, whatever `state` says
ALTER TABLE action_items ADD COLUMN dropped_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE action_items ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;            -- 1 when done or dropped
ALTER TABLE action_items ADD COLUMN message_id TEXT;                              -- at the Council: the latest message to its owner's node
UPDATE action_items SET closed = 1 WHERE state = 'done';
CREATE INDEX action_items_by_due ON action_items (closed, due_on, id);
CREATE INDEX action_items_by_owner ON action_items (owner, closed, due_on, id);

-- What the Council changed about an item. Rows are never changed.
CREATE TABLE action_changes (
    action_id  TEXT NOT NULL REFERENCES action_items (id),
    version    INTEGER NOT NULL,                    -- of the item after the change
    kind       TEXT NOT NULL CHECK (kind IN ('due_moved', 'dropped')),
    due_was    TEXT NOT NULL,
    due_on     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (action_id, version)
);

ALTER TABLE action_progress ADD COLUMN percent INTEGER CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE action_progress ADD COLUMN evidence TEXT NOT NULL DEFAULT '';         -- what shows it, in words
ALTER TABLE action_progress ADD COLUMN evidence_url TEXT NOT NULL DEFAULT '';     -- https, or ''
ALTER TABLE action_progress ADD COLUMN reported_by TEXT NOT NULL DEFAULT '';      -- '' from the owner's node; at the Council: council, kg
