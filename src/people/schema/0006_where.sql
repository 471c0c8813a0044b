-- In whose region and with whom somebody is, without reading the record: what waits for a supervisor is looked through by it.
CREATE INDEX persons_where ON persons (id, region, assigned_to);
