-- What a service of the catalogue needs before and after it is given. An installation changes these rows on the page.
CREATE TABLE service_terms (
    service            TEXT PRIMARY KEY,            -- code of the catalogue
    needs_approval     INTEGER NOT NULL,            -- a supervisor decides before it is ordered
    on_request         INTEGER NOT NULL,            -- given only to who asked for it; the order says that they did
    outcome_after_days INTEGER NOT NULL CHECK (outcome_after_days BETWEEN 1 AND 730),  -- of the delivery; then the worker asks what came of it
    fields             TEXT NOT NULL,               -- what a receiver sees of a person, codes, separated by commas
    version            INTEGER NOT NULL
);
INSERT INTO service_terms (service, needs_approval, on_request, outcome_after_days, fields, version) VALUES
    ('documents_civil_rights', 0, 0, 60,  'name,born_on,phone,asked_for,worker', 1),
    ('family_reunification',   0, 0, 90,  'name,age,phone,asked_for,worker', 1),
    ('school_enrolment',       0, 0, 90,  'name,born_on,class_level,language_support,needs_support,worker', 1),
    ('catch_up_classes',       0, 0, 90,  'name,age,class_level,language_support,needs_support,worker', 1),
    ('medical_care',           0, 0, 30,  'name,born_on,phone,language_support,asked_for,worker', 1),
    ('psychosocial_support',   0, 0, 90,  'name,age,phone,language_support,worker', 1),
    ('social_aid',             0, 0, 60,  'name,phone,household_size,asked_for,worker', 1),
    ('housing',                1, 0, 90,  'name,phone,household_size,asked_for,worker', 1),
    ('legal_aid',              0, 0, 60,  'name,phone,language_support,asked_for,worker', 1),
    ('vocational_training',    0, 0, 180, 'name,age,phone,language_support,skills,worker', 1),
    ('low_interest_loan',      1, 0, 180, 'name,phone,purpose,worker', 1),
    ('business_equipment',     1, 0, 180, 'name,phone,purpose,worker', 1),
    ('job_placement',          0, 0, 90,  'name,age,phone,language_support,skills,worker', 1),
    ('family_counselling',     0, 1, 90,  'name,phone,language_support,worker', 1);

ALTER TABLE providers ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE providers ADD COLUMN address TEXT NOT NULL DEFAULT '';    -- of the body
ALTER TABLE providers ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE providers ADD COLUMN contact TEXT NOT NULL DEFAULT '';    -- the body's own telephone or address for letters
ALTER TABLE providers ADD COLUMN languages TEXT NOT NULL DEFAULT '';  -- BCP 47, separated by commas; '' is not known
CREATE INDEX providers_by_name ON providers (name, id) WHERE ended_at IS NULL;

-- How many a provider can take; a service without a row here has places as far as anybody knows.
CREATE TABLE provider_places (
    provider_id TEXT NOT NULL REFERENCES providers (id),
    service     TEXT NOT NULL,
    places      INTEGER NOT NULL CHECK (places BETWEEN 0 AND 100000),
    period      TEXT NOT NULL CHECK (period IN ('at_once', 'month', 'quarter', 'year')),
    PRIMARY KEY (provider_id, service)
);

-- Each version of a provider's entry as it was saved. Of bodies, not of persons, and so it lies open.
CREATE TABLE provider_versions (
    provider_id TEXT NOT NULL REFERENCES providers (id),
    version     INTEGER NOT NULL,
    content     TEXT NOT NULL,                      -- JSON
    changed_by  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    PRIMARY KEY (provider_id, version)
);
