-- Questionnaires as data. A form has a code that never changes, and versions; a published version never changes either.
CREATE TABLE forms (
    id         TEXT PRIMARY KEY,                  -- its code
    created_by TEXT,                              -- NULL: shipped with the program
    created_at TEXT NOT NULL,                     -- UTC, ISO 8601
    retired_by TEXT,
    retired_at TEXT                               -- out of use: nobody begins it any more
);

CREATE TABLE form_versions (
    form         TEXT NOT NULL REFERENCES forms (id),
    version      INTEGER NOT NULL CHECK (version > 0),
    state        TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    definition   TEXT NOT NULL,                   -- JSON; docs/guide/forms.md
    title        TEXT NOT NULL,                   -- of the definition, JSON: lists need not read the whole
    questions    INTEGER NOT NULL,                -- how many
    edit_version INTEGER NOT NULL,                -- counts saves
    created_by   TEXT,
    created_at   TEXT NOT NULL,
    published_by TEXT,
    published_at TEXT,
    PRIMARY KEY (form, version),
    CHECK ((state = 'draft') = (published_at IS NULL))
);
-- One version is in use, one is in the making.
CREATE UNIQUE INDEX form_versions_one_published ON form_versions (form) WHERE state = 'published';
CREATE UNIQUE INDEX form_versions_one_draft ON form_versions (form) WHERE state = 'draft';

CREATE TRIGGER form_versions_stay BEFORE UPDATE ON form_versions
    WHEN OLD.state <> 'draft' AND (NEW.definition <> OLD.definition OR NEW.version <> OLD.version OR NEW.form <> OLD.form)
    BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER form_versions_are_kept BEFORE DELETE ON form_versions
    WHEN OLD.state <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;
