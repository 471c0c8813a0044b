-- Sessions from their planning to their minutes. People here are officials and experts, never returnees.
ALTER TABLE council_sessions ADD COLUMN state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled'));
ALTER TABLE council_sessions ADD COLUMN cancelled_because TEXT NOT NULL DEFAULT '';
ALTER TABLE council_sessions ADD COLUMN mode TEXT NOT NULL DEFAULT 'in_person' CHECK (mode IN ('in_person', 'online', 'hybrid'));
ALTER TABLE council_sessions ADD COLUMN title_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE council_sessions ADD COLUMN about_en TEXT NOT NULL DEFAULT '';   -- the announcement
ALTER TABLE council_sessions ADD COLUMN about_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE council_sessions ADD COLUMN questions TEXT NOT NULL DEFAULT '';  -- of a site visit: what the visitors want to learn
ALTER TABLE council_sessions ADD COLUMN opens_at TEXT NOT NULL DEFAULT '';   -- 09:30 on the first day, by the host's clock; '' not known
ALTER TABLE council_sessions ADD COLUMN closes_at TEXT NOT NULL DEFAULT '';  -- on the last day
ALTER TABLE council_sessions ADD COLUMN utc_offset_minutes INTEGER NOT NULL DEFAULT 300 CHECK (utc_offset_minutes BETWEEN -720 AND 840);
ALTER TABLE council_sessions ADD COLUMN register_until TEXT;                 -- last day, UTC; NULL: no registration
ALTER TABLE council_sessions ADD COLUMN group_code TEXT NOT NULL DEFAULT ''; -- working group that meets; '' for none
ALTER TABLE council_sessions ADD COLUMN is_public INTEGER NOT NULL DEFAULT 0 CHECK (is_public IN (0, 1));
ALTER TABLE council_sessions ADD COLUMN is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1));
ALTER TABLE council_sessions ADD COLUMN summary_en TEXT NOT NULL DEFAULT '';
ALTER TABLE council_sessions ADD COLUMN summary_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE council_sessions ADD COLUMN summary_published_at TEXT;           -- NULL: a draft
ALTER TABLE council_sessions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE council_sessions SET state = 'held' WHERE ends_on < CAST(CURRENT_DATE AS TEXT);
CREATE INDEX council_sessions_by_day ON council_sessions (starts_on, id);
CREATE INDEX council_sessions_by_kind ON council_sessions (kind, starts_on, id);

-- Who called the session what, and where that is written: sources disagree.
CREATE TABLE session_sources (
    id         TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES council_sessions (id),
    body       TEXT NOT NULL,                       -- who says so: osce; '' for others
    name       TEXT NOT NULL,                       -- what they call it; '' when the source only supports the facts
    source     TEXT NOT NULL,
    source_url TEXT NOT NULL,
    added_by   TEXT NOT NULL,
    added_at   TEXT NOT NULL
);
CREATE INDEX session_sources_by_session ON session_sources (session_id);
-- Bodies that hold it together with the host.
CREATE TABLE session_organisers (
    session_id TEXT NOT NULL REFERENCES council_sessions (id),
    position   INTEGER NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (session_id, body)
) WITHOUT ROWID;

ALTER TABLE agenda_items ADD COLUMN title_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN body_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN held_on TEXT;                            -- day of the session; NULL for its first
ALTER TABLE agenda_items ADD COLUMN starts_at TEXT NOT NULL DEFAULT '';      -- 09:30; '' follows the item before
ALTER TABLE agenda_items ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 1440);
ALTER TABLE agenda_items ADD COLUMN owner TEXT NOT NULL DEFAULT '';          -- State or body; '' for none
ALTER TABLE agenda_items ADD COLUMN speaker TEXT NOT NULL DEFAULT '';        -- named on public sessions alone
ALTER TABLE agenda_items ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE agenda_items ADD COLUMN removed_at TEXT;                         -- such a row keeps a position below 0

CREATE TABLE session_invitations (
    id          TEXT PRIMARY KEY,
    session_id  TEXT NOT NULL REFERENCES council_sessions (id),
    body        TEXT NOT NULL,
    answer      TEXT NOT NULL CHECK (answer IN ('none', 'accepted', 'tentative', 'declined')),
    note        TEXT NOT NULL,
    invited_by  TEXT NOT NULL,
    invited_at  TEXT NOT NULL,
    answered_by TEXT,
    answered_at TEXT,
    UNIQUE (session_id, body)
);
CREATE INDEX session_invitations_by_body ON session_invitations (body, session_id);

-- Personal data of officials: seen by the secretariat and by their own delegation alone.
CREATE TABLE delegates (
    id            TEXT PRIMARY KEY,
    session_id    TEXT NOT NULL REFERENCES council_sessions (id),
    body          TEXT NOT NULL,                    -- delegation
    role          TEXT NOT NULL CHECK (role IN ('head', 'delegate', 'adviser', 'interpreter', 'observer', 'expert', 'speaker')),
    name          TEXT NOT NULL,
    name_key      TEXT NOT NULL,                    -- folded: nobody is counted twice
    function      TEXT NOT NULL,
    language      TEXT NOT NULL,                    -- BCP 47
    access_needs  TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    withdrawn_at  TEXT,
    version       INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX delegates_by_session ON delegates (session_id, body);
CREATE UNIQUE INDEX delegates_once ON delegates (session_id, body, name_key) WHERE withdrawn_at IS NULL;
CREATE TABLE attendance (
    delegate_id TEXT NOT NULL REFERENCES delegates (id),
    day         TEXT NOT NULL,
    ticked_by   TEXT NOT NULL,
    ticked_at   TEXT NOT NULL,
    PRIMARY KEY (delegate_id, day)
) WITHOUT ROWID;

CREATE TABLE session_minutes (
    session_id     TEXT PRIMARY KEY REFERENCES council_sessions (id),
    state          TEXT NOT NULL CHECK (state IN ('draft', 'comments', 'approved')),
    text_en        TEXT NOT NULL,                   -- paragraphs, an empty line between them
    text_ru        TEXT NOT NULL,
    comments_until TEXT,                            -- last day, UTC
    approved_by    TEXT,
    approved_at    TEXT,
    version        INTEGER NOT NULL
);
-- Every text that stood, with who wrote it.
CREATE TABLE minutes_versions (
    session_id TEXT NOT NULL REFERENCES session_minutes (session_id),
    version    INTEGER NOT NULL,
    text_en    TEXT NOT NULL,
    text_ru    TEXT NOT NULL,
    saved_by   TEXT NOT NULL,
    saved_at   TEXT NOT NULL,
    PRIMARY KEY (session_id, version)
) WITHOUT ROWID;
-- The delegations that the draft went to.
CREATE TABLE minutes_readers (
    session_id       TEXT NOT NULL REFERENCES session_minutes (session_id),
    body             TEXT NOT NULL,
    no_comment_by    TEXT,
    no_comment_at    TEXT,
    PRIMARY KEY (session_id, body)
) WITHOUT ROWID;
CREATE TABLE minutes_comments (
    id             TEXT PRIMARY KEY,
    session_id     TEXT NOT NULL REFERENCES session_minutes (session_id),
    body           TEXT NOT NULL,                   -- delegation that comments
    agenda_item_id TEXT REFERENCES agenda_items (id),
    paragraph      INTEGER,                         -- from 1, of the version it speaks of
    version        INTEGER NOT NULL,
    text           TEXT NOT NULL,
    made_by        TEXT NOT NULL,
    made_at        TEXT NOT NULL,
    answer         TEXT NOT NULL CHECK (answer IN ('none', 'taken', 'not_taken')),
    reason         TEXT NOT NULL,
    answered_by    TEXT,
    answered_at    TEXT,
    CHECK (agenda_item_id IS NOT NULL OR paragraph IS NOT NULL),
    CHECK (answer <> 'not_taken' OR reason <> '')
);
CREATE INDEX minutes_comments_by_session ON minutes_comments (session_id, made_at);
-- Approved minutes are never changed: what was wrong is said in a numbered correction.
CREATE TABLE minutes_corrections (
    session_id TEXT NOT NULL REFERENCES session_minutes (session_id),
    number     INTEGER NOT NULL,
    text_en    TEXT NOT NULL,
    text_ru    TEXT NOT NULL,
    made_by    TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    PRIMARY KEY (session_id, number)
) WITHOUT ROWID;

-- What must hold so that a visit exposes no beneficiary. `stage`: before the visit counts as held, or before its report is out.
CREATE TABLE visit_safeguards (
    code     TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    stage    TEXT NOT NULL CHECK (stage IN ('visit', 'report')),
    text_en  TEXT NOT NULL,
    text_ru  TEXT NOT NULL
);
INSERT INTO visit_safeguards (code, position, stage, text_en, text_ru) VALUES
 ('no_photographs', 1, 'visit', 'Nobody photographed, filmed or recorded returnees, their homes or their children.', 'Никто не фотографировал, не снимал и не записывал вернувшихся, их дома и детей.'),
 ('no_names', 2, 'visit', 'The hosts gave the visitors no names, addresses or files of returnees.', 'Принимающая сторона не сообщала посетителям имён, адресов и дел вернувшихся.'),
 ('consent', 3, 'visit', 'Each beneficiary who spoke had agreed beforehand, asked by their own social worker, and knew that a refusal has no consequences.', 'Каждый получатель помощи, который выступал, заранее дал согласие своему социальному работнику и знал, что отказ не имеет последствий.'),
 ('no_children_questioned', 4, 'visit', 'No child was questioned or asked to perform, and no child was alone with visitors.', 'Ни одного ребёнка не расспрашивали и не просили выступать; дети не оставались с посетителями одни.'),
 ('no_media', 5, 'visit', 'No media were present.', 'Средства массовой информации не присутствовали.'),
 ('confidentiality', 6, 'visit', 'Every visitor signed a confidentiality undertaking before the visit.', 'Каждый посетитель до поездки подписал обязательство о конфиденциальности.'),
 ('group_size', 7, 'visit', 'The group was small enough not to draw attention to a home, a class or a centre.', 'Группа была достаточно малой, чтобы не привлекать внимания к дому, классу или центру.'),
 ('identifying_details', 8, 'report', 'The report was read for details that could identify anyone: places, ages, stories, small numbers.', 'Отчёт проверен на сведения, по которым можно узнать человека: места, возраст, истории, малые числа.'),
 ('report_pictures', 9, 'report', 'The pictures in the report show no person who came home.', 'На снимках в отчёте нет вернувшихся людей.');
CREATE TABLE visit_answers (
    session_id  TEXT NOT NULL REFERENCES council_sessions (id),
    code        TEXT NOT NULL REFERENCES visit_safeguards (code),
    answer      TEXT NOT NULL CHECK (answer IN ('kept', 'not_applicable', 'not_kept')),
    note        TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (session_id, code)
) WITHOUT ROWID;
CREATE TABLE visit_confirmations (
    session_id   TEXT NOT NULL REFERENCES council_sessions (id),
    stage        TEXT NOT NULL CHECK (stage IN ('visit', 'report')),
    confirmed_by TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (session_id, stage)
) WITHOUT ROWID;

-- The working groups. Source of the four: UNRCCA, 28 November 2024; no source gives mandates or leads.
CREATE TABLE working_groups (
    code       TEXT PRIMARY KEY,
    name_en    TEXT NOT NULL,
    name_ru    TEXT NOT NULL,
    mandate_en TEXT NOT NULL,
    mandate_ru TEXT NOT NULL,
    co_leads   TEXT NOT NULL,                       -- JSON array of bodies
    plan_year  INTEGER,
    source     TEXT NOT NULL,
    source_url TEXT NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1
);
INSERT INTO working_groups (code, name_en, name_ru, mandate_en, mandate_ru, co_leads, source, source_url)
 SELECT code, name_en, name_ru, '', '', '[]', 'UNRCCA, by News Central Asia, 28 November 2024', 'https://www.newscentralasia.net/2024/11/28/'
 FROM (SELECT 'accountability' AS code, 'Accountability' AS name_en, 'Ответственность' AS name_ru
       UNION ALL SELECT 'psychosocial', 'Psychosocial support', 'Психосоциальная поддержка'
       UNION ALL SELECT 'narratives', 'Countering terrorist narratives', 'Противодействие террористической пропаганде'
       UNION ALL SELECT 'civil_society', 'Civil society engagement', 'Участие гражданского общества') AS groups_known;
CREATE TABLE working_group_deliverables (
    id         TEXT PRIMARY KEY,
    group_code TEXT NOT NULL REFERENCES working_groups (code),
    plan_year  INTEGER NOT NULL,
    title_en   TEXT NOT NULL,
    title_ru   TEXT NOT NULL,
    due_on     TEXT,
    state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    note       TEXT NOT NULL,                       -- what shows it, or why it was dropped
    version    INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (state = 'open' OR note <> '')
);
CREATE INDEX working_group_deliverables_by_group ON working_group_deliverables (group_code, plan_year);

-- A secret address of one account's feed; only its hash is kept.
CREATE TABLE calendar_links (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    token_hash TEXT NOT NULL UNIQUE,                -- SHA-256 in base64url
    made_at    TEXT NOT NULL
);

INSERT INTO audiences (kind, object_id, word) SELECT 'session', id, 'signed_in' FROM council_sessions;
INSERT INTO audiences (kind, object_id, word) SELECT 'agenda_item', id, 'signed_in' FROM agenda_items;
INSERT INTO audiences (kind, object_id, word) SELECT 'working_group', code, 'signed_in' FROM working_groups;
