-- For counting, without a name or a text: what stands of each need, and who cares for a child now.
CREATE VIEW need_facts AS
    SELECT p.region AS region, n.domain AS domain, n.level AS level
    FROM case_needs n JOIN case_files c ON c.id = n.case_id JOIN persons p ON p.id = c.person_id
    WHERE n.id = (SELECT max(m.id) FROM case_needs m WHERE m.case_id = n.case_id AND m.domain = n.domain);
CREATE VIEW care_standing AS
    SELECT c.person_id AS person_id, a.kind AS kind FROM care_arrangements a JOIN case_files c ON c.id = a.case_id WHERE a.to_on IS NULL;
