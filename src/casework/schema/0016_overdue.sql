-- The workload asks what has passed its day, of all that is planned, and reads no more of it than whose it is.
CREATE INDEX case_plans_review ON case_plans (review_on, case_id) WHERE state = 'approved';
CREATE INDEX case_visits_planned ON case_visits (due_on, case_id) WHERE done_on IS NULL;
DROP INDEX case_visits_open;
