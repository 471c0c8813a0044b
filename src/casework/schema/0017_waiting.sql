-- What waits for a second person is told from these alone; of the rows themselves nothing is read.
DROP INDEX case_plans_submitted;
CREATE INDEX case_plans_submitted ON case_plans (case_id, id, submitted_at, submitted_by) WHERE state = 'submitted';
DROP INDEX case_closures_waiting;
CREATE INDEX case_closures_waiting ON case_closures (case_id, id, proposed_at, proposed_by) WHERE decision IS NULL;
DROP INDEX form_answers_submitted;
CREATE INDEX form_answers_submitted ON form_answers (submitted_at, case_id, id, form, submitted_by) WHERE state = 'submitted';
