-- SQLite takes no row of which it cannot compute a column: an index over it has nothing to fail on.
-- rebuilt: none
-- ==== before
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT, kind TEXT AS (json_extract(data, '$.kind')));
-- ==== after
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT, kind TEXT AS (json_extract(data, '$.kind')));
CREATE INDEX ix_event_kind ON event (kind);
-- ==== up
CREATE INDEX ix_event_kind ON event (kind);
-- ==== down
DROP INDEX ix_event_kind;
