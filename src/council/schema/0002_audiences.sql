-- Who may read a thing of the Council: a reader must hold one of its words. What has no row here, nobody reads.
CREATE TABLE audiences (
    kind      TEXT NOT NULL,                        -- session, decision, practice, …
    object_id TEXT NOT NULL,
    word      TEXT NOT NULL,                        -- all, signed_in, experts, focal_points, secretariat, member:uz, focal:uz, account:…
    PRIMARY KEY (kind, object_id, word)
) WITHOUT ROWID;
