-- An index over a new column that is computed of JSON fails on text that is none.
-- rebuilt: none
-- ==== before
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT);
-- ==== after
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT, kind TEXT AS (json_extract(data, '$.kind')));
CREATE INDEX ix_event_kind ON event (kind);
-- ==== up
ALTER TABLE event ADD COLUMN kind TEXT AS (json_extract(data, '$.kind'));
-- hazard constraint: index ix_event_kind: a row for which it cannot be computed makes the migration
-- fail: malformed JSON
CREATE INDEX ix_event_kind ON event (kind);
-- ==== down
DROP INDEX ix_event_kind;

ALTER TABLE event DROP COLUMN kind;
