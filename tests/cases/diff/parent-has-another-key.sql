-- A foreign key that names no column refers to another one when the key of the parent changes.
-- rebuilt: town
-- ==== before
CREATE TABLE town (code TEXT PRIMARY KEY, number INTEGER UNIQUE);
CREATE TABLE road (id INTEGER PRIMARY KEY, town TEXT REFERENCES town);
-- ==== after
CREATE TABLE town (code TEXT UNIQUE, number INTEGER PRIMARY KEY);
CREATE TABLE road (id INTEGER PRIMARY KEY, town TEXT REFERENCES town);
-- ==== up
-- Table town is rebuilt: column code is `code TEXT UNIQUE` instead of `code TEXT PRIMARY KEY`; column
-- number is `number INTEGER PRIMARY KEY` instead of `number INTEGER UNIQUE`; the primary key is
-- (number) instead of (code).
-- hazard constraint: column town.number: NULL becomes a number that SQLite chooses; a value that is no
-- whole number makes the migration fail
-- hazard table-rewritten: table town: all its rows are written anew
-- hazard constraint: table road: a row whose town is no longer equal to that of its row in town makes
-- the migration fail
CREATE TABLE town_new (code TEXT UNIQUE, number INTEGER PRIMARY KEY);
INSERT INTO town_new (code, number)
SELECT code, number FROM town;
DROP TABLE town;
ALTER TABLE town_new RENAME TO town;
-- ==== down
-- Table town is rebuilt: column code is `code TEXT PRIMARY KEY` instead of `code TEXT UNIQUE`; column
-- number is `number INTEGER UNIQUE` instead of `number INTEGER PRIMARY KEY`; the primary key is (code)
-- instead of (number).
-- hazard table-rewritten: table town: all its rows are written anew
-- hazard constraint: table road: a row whose town is no longer equal to that of its row in town makes
-- the migration fail
CREATE TABLE town_new (code TEXT PRIMARY KEY, number INTEGER UNIQUE);
INSERT INTO town_new (rowid, code, number)
SELECT number, code, number FROM town;
DROP TABLE town;
ALTER TABLE town_new RENAME TO town;
