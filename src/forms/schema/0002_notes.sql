-- A form's note beside its title: who begins a form reads both in a list, and need not read all forms whole.
ALTER TABLE form_versions ADD COLUMN note TEXT;     -- of the definition, JSON; NULL where it has none
UPDATE form_versions SET note = json_extract(definition, '$.note');
