-- Early warning between focal points: service needs and protection risks of groups, never of persons. A notice does not
-- change once it is sent: it is withdrawn, or another takes its place.
CREATE TABLE notices (
    id               TEXT PRIMARY KEY,              -- UUIDv7
    sender           TEXT NOT NULL,                 -- State or body: uz; `council` for the secretariat
    written_by       TEXT NOT NULL REFERENCES accounts (id),
    topic            TEXT NOT NULL,                 -- code of council/topics.h
    urgency          TEXT NOT NULL CHECK (urgency IN ('routine', 'raised', 'red')),
    marking          TEXT NOT NULL CHECK (marking IN ('clear', 'green', 'amber', 'amber_strict', 'red')),
    title            TEXT NOT NULL,
    text             TEXT NOT NULL,
    sent_at          TEXT NOT NULL,
    acknowledge_by   TEXT NOT NULL,
    corrects         TEXT REFERENCES notices (id),  -- the one whose place it takes
    withdrawn_at     TEXT,
    withdrawn_by     TEXT,
    withdrawn_reason TEXT NOT NULL,
    alarmed_at       TEXT                           -- when the sender of a red one was told that somebody is silent
);
CREATE INDEX notices_by_sender ON notices (sender, id);
CREATE UNIQUE INDEX notices_correcting ON notices (corrects) WHERE corrects IS NOT NULL;
-- Red ones that may still have to ring.
CREATE INDEX notices_to_ring ON notices (acknowledge_by)
    WHERE alarmed_at IS NULL AND withdrawn_at IS NULL AND (urgency = 'red' OR marking = 'red');
CREATE TABLE notice_addressees (
    notice_id       TEXT NOT NULL REFERENCES notices (id),
    addressee       TEXT NOT NULL,                  -- as the sender
    acknowledged_by TEXT REFERENCES accounts (id),
    acknowledged_at TEXT,
    comment         TEXT NOT NULL,                  -- with the acknowledgement; '' for none
    PRIMARY KEY (notice_id, addressee)
) WITHOUT ROWID;
CREATE INDEX notices_by_addressee ON notice_addressees (addressee, notice_id);
