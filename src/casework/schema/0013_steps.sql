-- The step of the work, derived from what was done: an approved form counts as an assessment, a review as follow-up.
DROP VIEW case_steps;
CREATE VIEW case_steps AS
SELECT c.id AS case_id, c.person_id AS person_id,
       CASE
           WHEN EXISTS (SELECT 1 FROM case_closures x WHERE x.case_id = c.id AND x.decision = 'approved' AND x.reopened_at IS NULL)
               THEN 'closed'
           WHEN EXISTS (SELECT 1 FROM case_closures x WHERE x.case_id = c.id AND x.decision IS NULL) THEN 'closure_proposed'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'approved'
                        AND (EXISTS (SELECT 1 FROM case_visits v WHERE v.case_id = p.case_id AND v.done_on >= substr(p.decided_at, 1, 10))
                             OR EXISTS (SELECT 1 FROM plan_reviews r WHERE r.plan_id = p.id)))
               THEN 'follow_up'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'approved' AND p.serving_since IS NOT NULL)
               THEN 'in_service'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'approved') THEN 'plan_approved'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state = 'submitted') THEN 'plan_submitted'
           WHEN EXISTS (SELECT 1 FROM case_plans p WHERE p.case_id = c.id AND p.state IN ('draft', 'returned')) THEN 'plan_draft'
           WHEN EXISTS (SELECT 1 FROM case_needs n WHERE n.case_id = c.id)
                OR EXISTS (SELECT 1 FROM form_answers f WHERE f.case_id = c.id AND f.state = 'approved') THEN 'assessed'
           ELSE 'opened'
       END AS step
FROM case_files c;
