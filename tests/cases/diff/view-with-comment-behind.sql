-- A comment that ends a view does not swallow the semicolon, and stands there once.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE VIEW ids AS SELECT id FROM item -- the ids
;
CREATE VIEW more AS SELECT id FROM ids;
CREATE INDEX i ON item (id) -- for speed
;
CREATE TRIGGER t AFTER DELETE ON item BEGIN SELECT 1; END -- nothing
;
-- ==== up
CREATE INDEX i ON item (id); -- for speed

CREATE VIEW ids AS SELECT id FROM item; -- the ids

CREATE VIEW more AS SELECT id FROM ids;

CREATE TRIGGER t AFTER DELETE ON item BEGIN SELECT 1; END; -- nothing
-- ==== down
DROP TRIGGER t;
DROP VIEW more;
DROP VIEW ids;

DROP INDEX i;
