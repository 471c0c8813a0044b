-- A first page asks for answers that are owed: of these alone, whatever was answered in all the years.
CREATE INDEX complaints_owed ON complaints (level, region, answer_by) WHERE answered_on IS NULL;
