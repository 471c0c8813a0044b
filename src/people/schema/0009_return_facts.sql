-- What the year's return counts of consents: ids and codes, no names, no texts.
CREATE VIEW consent_facts AS
    SELECT id, person_id, purpose, answer, given_on, expires_on, withdrawn_on FROM consents;
