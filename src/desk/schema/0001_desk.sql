-- A calendar for a member of staff's own program, under a secret address; only the hash of the secret is kept.
CREATE TABLE calendar_feeds (
    account_id  TEXT PRIMARY KEY REFERENCES accounts (id),
    secret_hash TEXT NOT NULL UNIQUE,                -- SHA-256, base64url
    made_at     TEXT NOT NULL
);

-- The calendar looks from a worker's people to their dates, a supervisor's home from a region to its people.
CREATE INDEX persons_by_region ON persons (region, assigned_to);
CREATE INDEX contact_plans_next ON contact_plans (case_id, next_on) WHERE next_on IS NOT NULL;
-- Bottlenecks look at what is open, of all that ever was.
CREATE INDEX document_requests_open ON document_requests (document, asked_at) WHERE ended_at IS NULL;
CREATE INDEX service_orders_without_place ON service_orders (service, ordered_at) WHERE state = 'waiting';
CREATE INDEX care_in_residence ON care_arrangements (from_on) WHERE to_on IS NULL AND kind = 'residential';
