-- Files in a case file. What they hold is sealed under the person's key, so that it is gone when the person is erased.

-- Content of attachments and of letters that were made, in parts.
CREATE TABLE case_contents (
    owner          TEXT NOT NULL,                   -- id of an attachment or a letter
    number         INTEGER NOT NULL,                -- from 0
    content_sealed BLOB NOT NULL,                   -- at most 256 KiB of content
    PRIMARY KEY (owner, number)
) WITHOUT ROWID;

-- One file that was attached. A deleted one keeps its row and its reason; its content is gone.
CREATE TABLE case_attachments (
    id             TEXT PRIMARY KEY,                -- UUIDv7
    case_id        TEXT NOT NULL REFERENCES case_files (id),
    kind           TEXT NOT NULL CHECK (kind IN ('birth_certificate', 'court_decision', 'medical', 'school', 'photo', 'consent_form', 'other')),
    compartment    TEXT NOT NULL CHECK (compartment IN ('record', 'psychosocial')),
    file_kind      TEXT NOT NULL CHECK (file_kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpeg', 'text')),
    media_type     TEXT NOT NULL,
    size           INTEGER NOT NULL CHECK (size > 0),   -- bytes
    pages          INTEGER NOT NULL,                -- of a PDF; 0 for everything else
    note_sealed    BLOB NOT NULL,
    added_by       TEXT NOT NULL REFERENCES accounts (id),
    added_at       TEXT NOT NULL,
    request_id     TEXT NOT NULL UNIQUE,            -- of the page that sent it: sent twice, it counts once
    deleted_by     TEXT,
    deleted_at     TEXT,
    reason_sealed  BLOB,
    CHECK ((deleted_by IS NULL) = (deleted_at IS NULL))
);
CREATE INDEX case_attachments_by_case ON case_attachments (case_id, id DESC);
