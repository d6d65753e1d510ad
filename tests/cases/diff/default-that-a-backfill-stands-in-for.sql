-- A default that no row can have does no harm where a backfill says what the rows get.
-- rebuilt: none
-- made up: gauge.n
-- ==== before
CREATE TABLE gauge (v REAL) STRICT;
-- ==== after
CREATE TABLE gauge (v REAL, n INT NOT NULL DEFAULT 'n' -- @backfill 3
) STRICT;
-- ==== up
ALTER TABLE gauge ADD COLUMN n INT NOT NULL DEFAULT 'n';
-- hazard table-rewritten: table gauge: all its rows are written anew
UPDATE gauge SET n = 3;
-- ==== down
-- hazard values-lost: column gauge.n: its values are lost
-- hazard table-rewritten: table gauge: all its rows are written anew
ALTER TABLE gauge DROP COLUMN n;
