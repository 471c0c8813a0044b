-- What the year's return counts of outcome surveys: scores from 0 to 1, no answers.
CREATE VIEW survey_facts AS
    SELECT c.person_id AS person_id, s.month AS month, s.answered_on AS answered_on, s.economic AS economic, s.social AS social,
           s.psychosocial AS psychosocial
    FROM surveys s JOIN case_files c ON c.id = s.case_id;
