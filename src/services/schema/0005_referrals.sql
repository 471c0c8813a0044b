-- What was told to a provider so that it can give a service, and what it answered.
CREATE TABLE referrals (
    id             TEXT PRIMARY KEY,
    order_id       TEXT NOT NULL REFERENCES service_orders (id),
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    person_id      TEXT NOT NULL REFERENCES persons (id),
    service        TEXT NOT NULL,
    provider_id    TEXT NOT NULL REFERENCES providers (id),
    -- inside: the provider reads it here; slip: handed to the body by us; carried: on paper by the person; nameless: on paper, naming nobody
    way            TEXT NOT NULL CHECK (way IN ('inside', 'slip', 'carried', 'nameless')),
    fields         TEXT NOT NULL,                    -- what it holds, codes, separated by commas
    content_sealed BLOB NOT NULL,                    -- JSON: field to text, as it was when it was sent
    state          TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'refused', 'done', 'revoked')),
    sent_by        TEXT NOT NULL,
    sent_at        TEXT NOT NULL,
    handed_over_on TEXT,                             -- of paper
    reason         TEXT CHECK (reason IN ('no_place', 'not_for_us', 'documents_missing', 'did_not_come', 'other')),
    result         TEXT CHECK (result IN ('given', 'given_in_part', 'did_not_come', 'ended_early')),
    answer_sealed  BLOB,                             -- the provider's words
    answered_by    TEXT,                             -- of the provider, or of us who noted its answer
    answered_at    TEXT,
    revoked_by     TEXT,
    revoked_at     TEXT,
    version        INTEGER NOT NULL,
    CHECK ((state = 'refused') = (reason IS NOT NULL)),
    CHECK ((state = 'done') = (result IS NOT NULL)),
    CHECK ((state = 'revoked') = (revoked_by IS NOT NULL)),
    CHECK (state = 'sent' OR state = 'revoked' OR answered_by IS NOT NULL)
);
CREATE INDEX referrals_by_case ON referrals (case_id, id);
-- The list of a provider's staff.
CREATE INDEX referrals_inside ON referrals (provider_id, id) WHERE way = 'inside';
-- One stands for an order at a time.
CREATE UNIQUE INDEX referrals_one_standing ON referrals (order_id) WHERE state IN ('sent', 'accepted', 'done');
CREATE INDEX referrals_open ON referrals (person_id) WHERE state IN ('sent', 'accepted', 'refused');
