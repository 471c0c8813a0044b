-- A decision is drafted, lies under silence, and is adopted by the calendar unless a State objects; or a session takes it.
CREATE TABLE earlier_decisions AS SELECT * FROM decisions;
CREATE TABLE earlier_decision_actions AS SELECT * FROM decision_actions;
DROP TABLE decision_actions;
DROP TABLE decisions;

CREATE TABLE decisions (
    id             TEXT PRIMARY KEY,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'silence', 'objected', 'adopted', 'withdrawn')),
    way            TEXT NOT NULL CHECK (way IN ('silence', 'session')),
    title          TEXT NOT NULL,
    languages      TEXT NOT NULL,                   -- agreed for this decision: en ru uz
    session_id     TEXT REFERENCES council_sessions (id),
    agenda_item_id TEXT REFERENCES agenda_items (id),
    commitment_id  TEXT NOT NULL,                   -- '' for none
    open_to_all    INTEGER NOT NULL,                -- everybody may read it once it is adopted
    version        INTEGER NOT NULL,                -- counts the edits
    ends_on        TEXT,                            -- last day of the silence that runs
    number_year    INTEGER,                         -- 2024 and 1 are written 2024/1: given at adoption, without gaps
    number         INTEGER,
    adopted_on     TEXT,
    sorted_on      TEXT NOT NULL,                   -- adopted_on; before that the day it was last touched
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    UNIQUE (number_year, number),
    CHECK ((state = 'adopted') = (number IS NOT NULL)),
    CHECK ((state = 'adopted') = (adopted_on IS NOT NULL)),
    CHECK ((state = 'silence') = (ends_on IS NOT NULL))
);
CREATE INDEX decisions_by_day ON decisions (sorted_on, id);
CREATE INDEX decisions_by_state ON decisions (state, sorted_on, id);
CREATE INDEX decisions_by_session ON decisions (session_id, sorted_on, id);
CREATE INDEX decisions_under_silence ON decisions (ends_on) WHERE state = 'silence';

CREATE TABLE decision_texts (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    language    TEXT NOT NULL,                      -- BCP 47
    text        TEXT NOT NULL,
    PRIMARY KEY (decision_id, language)
);
-- What each edit changed, field by field. Rows are never changed.
CREATE TABLE decision_changes (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    version     INTEGER NOT NULL,                   -- of the decision after the edit
    field       TEXT NOT NULL,                      -- title, languages, text.en, session, …
    was         TEXT NOT NULL,
    became      TEXT NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    PRIMARY KEY (decision_id, version, field)
);
-- A silence period. It ends at the end of its last day, UTC, or with the first objection.
CREATE TABLE decision_silences (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    round       INTEGER NOT NULL,                   -- from 1
    version     INTEGER NOT NULL,                   -- of the text that lay under silence
    begun_by    TEXT NOT NULL,
    begun_at    TEXT NOT NULL,
    ends_on     TEXT NOT NULL,
    outcome     TEXT CHECK (outcome IN ('adopted', 'objected')),
    ended_at    TEXT,
    reminded_at TEXT,                               -- letters that it ends soon have gone out
    PRIMARY KEY (decision_id, round),
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
CREATE TABLE decision_objections (
    id           TEXT PRIMARY KEY,
    decision_id  TEXT NOT NULL,
    round        INTEGER NOT NULL,
    member       TEXT NOT NULL,                     -- State: uz
    reason       TEXT NOT NULL,
    made_by      TEXT NOT NULL,
    made_at      TEXT NOT NULL,
    withdrawn_at TEXT,                              -- the silence stays broken
    UNIQUE (decision_id, round, member),
    FOREIGN KEY (decision_id, round) REFERENCES decision_silences (decision_id, round)
);
-- A State's own word on a decision that stands beside it; it changes nothing.
CREATE TABLE decision_notes (
    id          TEXT PRIMARY KEY,
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    member      TEXT NOT NULL,
    text        TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    made_at     TEXT NOT NULL
);
CREATE INDEX decision_notes_by_decision ON decision_notes (decision_id, made_at);
-- Earlier decisions whose place a decision takes once it is adopted.
CREATE TABLE decision_supersedes (
    decision_id   TEXT NOT NULL REFERENCES decisions (id),
    supersedes_id TEXT NOT NULL REFERENCES decisions (id),
    PRIMARY KEY (decision_id, supersedes_id),
    CHECK (decision_id <> supersedes_id)
);
CREATE INDEX decision_superseded ON decision_supersedes (supersedes_id);

-- Where an action item of `actions` comes from.
CREATE TABLE action_origins (
    action_id   TEXT PRIMARY KEY REFERENCES action_items (id),
    decision_id TEXT REFERENCES decisions (id),
    session_id  TEXT REFERENCES council_sessions (id)
);
CREATE INDEX action_origins_by_decision ON action_origins (decision_id);
CREATE INDEX action_origins_by_session ON action_origins (session_id);
-- Letters that went out on an item, for the day it was due then.
CREATE TABLE action_reminders (
    action_id TEXT NOT NULL REFERENCES action_items (id),
    kind      TEXT NOT NULL CHECK (kind IN ('due_soon', 'overdue')),
    due_on    TEXT NOT NULL,
    PRIMARY KEY (action_id, kind, due_on)
);

-- What was recorded before: adopted in its session, with the beginning of its text as its title.
INSERT INTO decisions (id, state, way, title, languages, session_id, agenda_item_id, commitment_id, open_to_all, version, number_year, number,
                       adopted_on, sorted_on, created_by, created_at)
    SELECT id, 'adopted', 'session', CASE WHEN length(text_en) > 120 THEN substr(text_en, 1, 119) || '…' ELSE text_en END,
           CASE text_ru WHEN '' THEN 'en' ELSE 'en ru' END, session_id, agenda_item_id, '', 0, 1, CAST(substr(number, 1, 4) AS INTEGER),
           CAST(substr(number, 6) AS INTEGER), decided_on, decided_on, recorded_by, recorded_at
    FROM earlier_decisions;
INSERT INTO decision_texts (decision_id, language, text) SELECT id, 'en', text_en FROM earlier_decisions;
INSERT INTO decision_texts (decision_id, language, text) SELECT id, 'ru', text_ru FROM earlier_decisions WHERE text_ru <> '';
INSERT INTO action_origins (action_id, decision_id, session_id)
    SELECT a.action_id, a.decision_id, d.session_id FROM earlier_decision_actions a JOIN earlier_decisions d ON d.id = a.decision_id;
INSERT INTO audiences (kind, object_id, word) SELECT 'decision', id, 'signed_in' FROM earlier_decisions;
INSERT INTO audiences (kind, object_id, word) SELECT 'deliberation', id, 'secretariat' FROM earlier_decisions;
INSERT INTO audiences (kind, object_id, word) SELECT 'deliberation', id, 'focal_points' FROM earlier_decisions;
INSERT INTO audiences (kind, object_id, word) SELECT 'action', action_id, 'signed_in' FROM earlier_decision_actions;
DROP TABLE earlier_decision_actions;
DROP TABLE earlier_decisions;
