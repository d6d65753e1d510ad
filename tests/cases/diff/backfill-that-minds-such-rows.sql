-- The same where it says what such rows get.
-- rebuilt: none
-- made up: part.x
-- ==== before
CREATE TABLE part (id INTEGER PRIMARY KEY, data TEXT);
-- ==== after
CREATE TABLE part (id INTEGER PRIMARY KEY, data TEXT,
  x TEXT -- @backfill CASE WHEN json_valid(data) THEN json_extract(data, '$.x') END
);
-- ==== up
ALTER TABLE part ADD COLUMN x TEXT;
-- hazard table-rewritten: table part: all its rows are written anew
UPDATE part SET x = CASE WHEN json_valid(data) THEN json_extract(data, '$.x') END;
-- ==== down
-- hazard values-lost: column part.x: its values are lost
-- hazard table-rewritten: table part: all its rows are written anew
ALTER TABLE part DROP COLUMN x;
