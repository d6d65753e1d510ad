-- Rows find their parents by the collation and the type of the parent's column.
-- rebuilt: code, number, label, sign
-- ==== before
CREATE TABLE code (k TEXT COLLATE NOCASE PRIMARY KEY);
CREATE TABLE stamp (id INTEGER PRIMARY KEY, code TEXT REFERENCES code, twin TEXT REFERENCES code (k));
CREATE TABLE number (n TEXT PRIMARY KEY, next TEXT REFERENCES number);
CREATE TABLE use (id INTEGER PRIMARY KEY, number INT REFERENCES number (n), name TEXT REFERENCES label (name));
CREATE TABLE label (name TEXT PRIMARY KEY);
CREATE TABLE sign (name TEXT COLLATE RTRIM UNIQUE, size INT);
CREATE TABLE post (sign TEXT REFERENCES sign (name));
-- ==== after
CREATE TABLE code (k TEXT PRIMARY KEY);
CREATE TABLE stamp (id INTEGER PRIMARY KEY, code TEXT REFERENCES code, twin TEXT REFERENCES code (k));
CREATE TABLE number (n INTEGER PRIMARY KEY, next TEXT REFERENCES number);
CREATE TABLE use (id INTEGER PRIMARY KEY, number INT REFERENCES number (n), name TEXT REFERENCES label (name));
CREATE TABLE label (name TEXT COLLATE NOCASE PRIMARY KEY);
CREATE TABLE sign (name TEXT COLLATE RTRIM UNIQUE, size TEXT);
CREATE TABLE post (sign TEXT REFERENCES sign (name));
-- ==== up
-- Table code is rebuilt: column k is `k TEXT PRIMARY KEY` instead of
-- `k TEXT COLLATE NOCASE PRIMARY KEY`.
-- hazard table-rewritten: table code: all its rows are written anew
-- hazard constraint: table stamp: a row whose twin is no longer equal to that of its row in code makes
-- the migration fail
-- hazard constraint: table stamp: a row whose code is no longer equal to that of its row in code makes
-- the migration fail
CREATE TABLE code_new (k TEXT PRIMARY KEY);
INSERT INTO code_new (rowid, k)
SELECT rowid, k FROM code;
DROP TABLE code;
ALTER TABLE code_new RENAME TO code;

-- Table number is rebuilt: column n has type INTEGER instead of TEXT.
-- hazard values-changed: column number.n: text that looks like a number becomes one
-- hazard constraint: column number.n: NULL becomes a number that SQLite chooses; a value that is no
-- whole number, or that two rows share, makes the migration fail
-- hazard table-rewritten: table number: all its rows are written anew
-- hazard constraint: table use: a row whose number is no longer equal to that of its row in number
-- makes the migration fail
CREATE TABLE number_new (n INTEGER PRIMARY KEY, next TEXT REFERENCES number);
INSERT INTO number_new (n, next)
SELECT n, next FROM number;
DROP TABLE number;
ALTER TABLE number_new RENAME TO number;

-- Table label is rebuilt: column name is `name TEXT COLLATE NOCASE PRIMARY KEY` instead of
-- `name TEXT PRIMARY KEY`.
-- hazard constraint: table label: two rows alike in (name) make the migration fail
-- hazard table-rewritten: table label: all its rows are written anew
CREATE TABLE label_new (name TEXT COLLATE NOCASE PRIMARY KEY);
INSERT INTO label_new (rowid, name)
SELECT rowid, name FROM label;
DROP TABLE label;
ALTER TABLE label_new RENAME TO label;

-- Table sign is rebuilt: column size has type TEXT instead of INT.
-- hazard values-changed: column sign.size: numbers become text
-- hazard table-rewritten: table sign: all its rows are written anew
CREATE TABLE sign_new (name TEXT COLLATE RTRIM UNIQUE, size TEXT);
INSERT INTO sign_new (rowid, name, size)
SELECT rowid, name, size FROM sign;
DROP TABLE sign;
ALTER TABLE sign_new RENAME TO sign;
-- ==== down
-- Table code is rebuilt: column k is `k TEXT COLLATE NOCASE PRIMARY KEY` instead of
-- `k TEXT PRIMARY KEY`.
-- hazard constraint: table code: two rows alike in (k) make the migration fail
-- hazard table-rewritten: table code: all its rows are written anew
CREATE TABLE code_new (k TEXT COLLATE NOCASE PRIMARY KEY);
INSERT INTO code_new (rowid, k)
SELECT rowid, k FROM code;
DROP TABLE code;
ALTER TABLE code_new RENAME TO code;

-- Table number is rebuilt: column n has type TEXT instead of INTEGER.
-- hazard values-changed: column number.n: numbers become text
-- hazard constraint: table number: two rows alike in (n) make the migration fail
-- hazard table-rewritten: table number: all its rows are written anew
-- hazard constraint: table number: a row whose next is no longer equal to that of its row in number
-- makes the migration fail
CREATE TABLE number_new (n TEXT PRIMARY KEY, next TEXT REFERENCES number);
INSERT INTO number_new (rowid, n, next)
SELECT n, n, next FROM number;
DROP TABLE number;
ALTER TABLE number_new RENAME TO number;

-- Table label is rebuilt: column name is `name TEXT PRIMARY KEY` instead of
-- `name TEXT COLLATE NOCASE PRIMARY KEY`.
-- hazard table-rewritten: table label: all its rows are written anew
-- hazard constraint: table use: a row whose name is no longer equal to that of its row in label makes
-- the migration fail
CREATE TABLE label_new (name TEXT PRIMARY KEY);
INSERT INTO label_new (rowid, name)
SELECT rowid, name FROM label;
DROP TABLE label;
ALTER TABLE label_new RENAME TO label;

-- Table sign is rebuilt: column size has type INT instead of TEXT.
-- hazard values-changed: column sign.size: text that looks like a number becomes one
-- hazard table-rewritten: table sign: all its rows are written anew
CREATE TABLE sign_new (name TEXT COLLATE RTRIM UNIQUE, size INT);
INSERT INTO sign_new (rowid, name, size)
SELECT rowid, name, size FROM sign;
DROP TABLE sign;
ALTER TABLE sign_new RENAME TO sign;
