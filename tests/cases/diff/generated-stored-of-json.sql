-- A stored column of JSON fails on text that is none.
-- rebuilt: event
-- ==== before
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT);
-- ==== after
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT, kind TEXT AS (json_extract(data, '$.kind')) STORED);
-- ==== up
-- Table event is rebuilt: column kind is added.
-- hazard table-rewritten: table event: all its rows are written anew
-- hazard constraint: table event: a row of which a column cannot be computed makes the migration fail:
-- malformed JSON
CREATE TABLE event_new (id INTEGER PRIMARY KEY, data TEXT, kind TEXT AS (json_extract(data, '$.kind')) STORED);
INSERT INTO event_new (id, data)
SELECT id, data FROM event;
DROP TABLE event;
ALTER TABLE event_new RENAME TO event;
-- ==== down
-- hazard table-rewritten: table event: all its rows are written anew
ALTER TABLE event DROP COLUMN kind;
