-- A column that is computed of JSON, even where it is not stored, fails on text that is none in a rebuild.
-- rebuilt: event
-- ==== before
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT);
-- ==== after
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT NOT NULL, kind TEXT AS (json_extract(data, '$.kind')));
-- ==== up
-- Table event is rebuilt: column data is NOT NULL; column kind is added.
-- hazard constraint: column event.data: a row with NULL makes the migration fail
-- hazard table-rewritten: table event: all its rows are written anew
-- hazard constraint: table event: a row of which a column cannot be computed makes the migration fail:
-- malformed JSON
CREATE TABLE event_new (id INTEGER PRIMARY KEY, data TEXT NOT NULL, kind TEXT AS (json_extract(data, '$.kind')));
INSERT INTO event_new (id, data)
SELECT id, data FROM event;
DROP TABLE event;
ALTER TABLE event_new RENAME TO event;
-- ==== down
-- Table event is rebuilt: column data may be NULL; column kind is dropped.
-- hazard table-rewritten: table event: all its rows are written anew
CREATE TABLE event_new (id INTEGER PRIMARY KEY, data TEXT);
INSERT INTO event_new (id, data)
SELECT id, data FROM event;
DROP TABLE event;
ALTER TABLE event_new RENAME TO event;
