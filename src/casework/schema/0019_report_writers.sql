-- Everybody who wrote in a report on a child's best interests: none of them sits on its panel.
CREATE TABLE report_writers (
    report_id  TEXT NOT NULL REFERENCES interest_reports (id),
    account_id TEXT NOT NULL,
    PRIMARY KEY (report_id, account_id)
) WITHOUT ROWID;
INSERT INTO report_writers SELECT id, written_by FROM interest_reports;
