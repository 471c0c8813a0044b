-- A session's announcement, agenda and summary may be for everybody, while its papers stay with the Council: two audiences.
INSERT INTO audiences (kind, object_id, word) SELECT 'announcement', object_id, word FROM audiences WHERE kind = 'session';
DELETE FROM audiences WHERE kind IN ('session', 'agenda_item');
INSERT INTO audiences (kind, object_id, word) SELECT 'session', id, 'signed_in' FROM council_sessions;
INSERT INTO audiences (kind, object_id, word) SELECT 'agenda_item', id, 'signed_in' FROM agenda_items WHERE removed_at IS NULL;
