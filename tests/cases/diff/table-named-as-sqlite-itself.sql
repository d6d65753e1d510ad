-- A name that begins as those which SQLite keeps for itself is never made up.
-- rebuilt: sqlite
-- ==== before
CREATE TABLE "sqlite" (a INT);
-- ==== after
CREATE TABLE "sqlite" (a TEXT);
-- ==== up
-- Table sqlite is rebuilt: column a has type TEXT instead of INT.
-- hazard values-changed: column sqlite.a: numbers become text
-- hazard table-rewritten: table sqlite: all its rows are written anew
CREATE TABLE new_sqlite (a TEXT);
INSERT INTO new_sqlite (rowid, a)
SELECT rowid, a FROM sqlite;
DROP TABLE sqlite;
ALTER TABLE new_sqlite RENAME TO sqlite;
-- ==== down
-- Table sqlite is rebuilt: column a has type INT instead of TEXT.
-- hazard values-changed: column sqlite.a: text that looks like a number becomes one
-- hazard table-rewritten: table sqlite: all its rows are written anew
CREATE TABLE new_sqlite (a INT);
INSERT INTO new_sqlite (rowid, a)
SELECT rowid, a FROM sqlite;
DROP TABLE sqlite;
ALTER TABLE new_sqlite RENAME TO sqlite;
