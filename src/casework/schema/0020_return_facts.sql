-- What the year's return counts of casework: ids and codes, no names, no texts.

-- By when a review was to be held. Those held before this column was there take it from the review before them; of the first of a plan
-- nobody knows it any more.
ALTER TABLE plan_reviews ADD COLUMN due_on TEXT;
UPDATE plan_reviews SET due_on = (SELECT e.next_on FROM plan_reviews e WHERE e.plan_id = plan_reviews.plan_id AND e.id < plan_reviews.id ORDER BY e.id DESC LIMIT 1);

-- Reviews of plans: held, and those that an open file waits for.
CREATE VIEW review_facts AS
    SELECT c.person_id AS person_id, r.due_on AS due_on, substr(r.reviewed_at, 1, 10) AS done_on
    FROM plan_reviews r JOIN case_files c ON c.id = r.case_id WHERE r.due_on IS NOT NULL
    UNION ALL
    SELECT c.person_id, p.review_on, NULL FROM case_plans p JOIN case_files c ON c.id = p.case_id
    WHERE p.state = 'approved' AND p.review_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM case_closures x WHERE x.case_id = c.id AND x.decision = 'approved' AND x.reopened_at IS NULL);

-- Who cared for a child, from when to when.
CREATE VIEW care_spells AS
    SELECT c.person_id AS person_id, a.kind AS kind, a.from_on AS from_on, a.to_on AS to_on
    FROM care_arrangements a JOIN case_files c ON c.id = a.case_id;

-- Complaints of those who gave their name. Of the others nobody knows how many people stand behind them.
CREATE VIEW complaint_answers AS
    SELECT c.person_id AS person_id, k.received_on AS received_on, k.answer_by AS answer_by, k.answered_on AS answered_on
    FROM complaints k JOIN case_files c ON c.id = k.case_id WHERE k.kind = 'complaint';
