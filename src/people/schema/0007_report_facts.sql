-- For counting, without a name or a text: what was asked for of the chain of documents, and what stands of each citizenship.
CREATE VIEW document_request_facts AS
    SELECT region, step, asked_of, state, substr(asked_at, 1, 10) AS asked_on FROM document_requests;
CREATE VIEW nationality_standing AS
    SELECT n.person_id AS person_id, n.status AS status FROM person_nationality n
    WHERE n.id = (SELECT max(m.id) FROM person_nationality m WHERE m.person_id = n.person_id);
