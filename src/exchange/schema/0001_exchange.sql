-- The two streams between this program and one other member.
CREATE TABLE exchange_streams (
    member         TEXT PRIMARY KEY,
    sent_epoch     BIGINT NOT NULL DEFAULT 0,    -- seconds since 1970; 0 before the first message
    sent_seq       BIGINT NOT NULL DEFAULT 0,    -- the last one given out
    received_epoch BIGINT NOT NULL DEFAULT 0,
    received_seq   BIGINT NOT NULL DEFAULT 0,    -- the last one settled
    frozen_at      TEXT                          -- the member said two things under one id
);

-- What we send. The text never changes, so that both sides can prove by its hash what was said.
CREATE TABLE exchange_outbox (
    id              TEXT PRIMARY KEY,            -- UUIDv7
    to_member       TEXT NOT NULL,
    epoch           BIGINT NOT NULL,
    seq             BIGINT NOT NULL,
    type            TEXT NOT NULL,               -- with its version: release@1.0
    message         TEXT NOT NULL,               -- JWS; sealed for the receiver, so not even we can open it
    hash            TEXT NOT NULL,               -- SHA-256 of `message`, base64url
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'refused')),
    attempts        BIGINT NOT NULL DEFAULT 0,   -- failed ones since the last sign of life
    next_attempt_at TEXT NOT NULL,               -- UTC, ISO 8601
    problem         TEXT,                        -- translation key of the last failure or of the refusal
    created_at      TEXT NOT NULL,
    settled_at      TEXT,                        -- delivered or refused
    receipt         TEXT,                        -- JWS of the receiver
    UNIQUE (to_member, epoch, seq),
    CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX exchange_outbox_waiting ON exchange_outbox (to_member, epoch, seq) WHERE state = 'waiting';

-- What was settled of what we received: kept with its effect in one transaction, so that it happens once.
CREATE TABLE exchange_inbox (
    position    BIGINT PRIMARY KEY,              -- from 1, without gaps
    sender      TEXT NOT NULL,
    id          TEXT NOT NULL,                   -- UUIDv7, the sender's
    epoch       BIGINT NOT NULL,
    seq         BIGINT NOT NULL,
    type        TEXT NOT NULL,
    hash        TEXT NOT NULL,                   -- SHA-256 of the exact text
    outcome     TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused')),
    reason      TEXT,                            -- translation key, of a refusal
    received_at TEXT NOT NULL,
    receipt     TEXT NOT NULL,                   -- JWS of ours, given again when the message comes again
    UNIQUE (sender, id),
    UNIQUE (sender, epoch, seq),
    CHECK ((outcome = 'refused') = (reason IS NOT NULL))
);

-- What we did not take, the latest ten thousand. `claimed_sender` is a member's id; proven only where a reason
-- says so in docs/protocol. Empty when the text names no member.
CREATE TABLE exchange_refusals (
    position       BIGINT PRIMARY KEY,
    at             TEXT NOT NULL,
    claimed_sender TEXT NOT NULL,
    reason         TEXT NOT NULL,                -- translation key
    hash           TEXT NOT NULL,                -- SHA-256 of the text
    bytes          BIGINT NOT NULL
);
