-- For counting, without a name or a text: what was asked for and what became of it; how families fare, months later.
CREATE VIEW order_facts AS
    SELECT p.region AS region, o.service AS service, o.state AS state, substr(o.ordered_at, 1, 10) AS asked_on, o.delivered_on AS delivered_on
    FROM service_orders o JOIN persons p ON p.id = o.person_id;
CREATE VIEW outcome_facts AS
    SELECT p.region AS region, s.month AS month, s.total AS total
    FROM surveys s JOIN case_files c ON c.id = s.case_id JOIN persons p ON p.id = c.person_id WHERE s.total IS NOT NULL;
