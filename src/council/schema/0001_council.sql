-- The Council's sessions, what was decided there, public figures as claims, and the tables that States released.
-- Nothing here can name a returnee.
CREATE TABLE council_sessions (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    kind       TEXT NOT NULL CHECK (kind IN ('plenary', 'working_group', 'side_event', 'briefing', 'workshop', 'site_visit')),
    title      TEXT NOT NULL,
    host       TEXT NOT NULL,                       -- member that hosts: uz; '' for none
    place      TEXT NOT NULL,
    starts_on  TEXT NOT NULL,
    ends_on    TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CHECK (ends_on >= starts_on)
);
CREATE TABLE agenda_items (
    id         TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES council_sessions (id),
    position   INTEGER NOT NULL,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (session_id, position)
);

CREATE TABLE decisions (
    id             TEXT PRIMARY KEY,
    number         TEXT NOT NULL UNIQUE,            -- 2024/1: the first of the year's sessions
    session_id     TEXT NOT NULL REFERENCES council_sessions (id),
    agenda_item_id TEXT REFERENCES agenda_items (id),
    text_en        TEXT NOT NULL,
    text_ru        TEXT NOT NULL,                   -- '' while there is no translation
    decided_on     TEXT NOT NULL,
    recorded_by    TEXT NOT NULL,
    recorded_at    TEXT NOT NULL
);
CREATE INDEX decisions_by_session ON decisions (session_id);
-- Action items of `actions` that follow from a decision.
CREATE TABLE decision_actions (
    action_id   TEXT PRIMARY KEY REFERENCES action_items (id),
    decision_id TEXT NOT NULL REFERENCES decisions (id)
);

-- A public figure is what somebody said on a day. Where sources disagree, both stand.
CREATE TABLE claims (
    id           TEXT PRIMARY KEY,
    figure       TEXT NOT NULL,                     -- code of what is counted: returned, returned_in_stage
    about        TEXT NOT NULL,                     -- State: uz; or region
    part         TEXT NOT NULL,                     -- stage of an operation, as the source calls it; '' for all
    value        INTEGER NOT NULL CHECK (value >= 0),
    qualifier    TEXT NOT NULL CHECK (qualifier IN ('exact', 'more_than', 'about')),
    as_of        TEXT NOT NULL,                     -- date as far as it is known: 2024-05, 2024-05-13
    definition   TEXT NOT NULL,
    source       TEXT NOT NULL,                     -- who says so, where
    source_url   TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX claims_by_figure ON claims (figure, about);

-- Returns of the States, as they released them. A later release of a year takes the place of the earlier, which stays.
CREATE TABLE releases (
    id             TEXT PRIMARY KEY,                -- of the message that brought it
    state          TEXT NOT NULL,                   -- member: uz
    year           INTEGER NOT NULL,
    reference_date TEXT NOT NULL,
    payload        TEXT NOT NULL,                   -- `release` of api/exchange.yaml
    message        TEXT NOT NULL,                   -- as it was signed: the evidence
    received_at    TEXT NOT NULL
);
CREATE INDEX releases_by_year ON releases (year, state, received_at);
