-- Files, each content once. What they are called and what they belong to stands with whoever uses them.
CREATE TABLE files (
    id         TEXT PRIMARY KEY,                    -- UUIDv7
    name_hash  BLOB NOT NULL UNIQUE,                -- keyed hash of the content: tells whoever has the database alone nothing
    kind       TEXT NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpeg', 'text')),
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL CHECK (size > 0),   -- bytes
    created_at TEXT NOT NULL
);
CREATE TABLE file_parts (
    file_id TEXT NOT NULL REFERENCES files (id),
    number  INTEGER NOT NULL,                       -- from 0
    content_sealed BLOB NOT NULL,                   -- at most 256 KiB of content
    PRIMARY KEY (file_id, number)
) WITHOUT ROWID;
