-- A new column without values may be an old one by another name, which comes first.
-- rebuilt: none
-- ==== before
CREATE TABLE letter (id INTEGER PRIMARY KEY, size INT, body TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, size INT);
-- ==== after
CREATE TABLE letter (id INTEGER PRIMARY KEY, content TEXT NOT NULL DEFAULT '', "the content" TEXT NOT NULL, weight REAL NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, size INT, content TEXT NOT NULL);
-- ==== refused
[backfill] column letter.the content: column letter.the content is NOT NULL and new, and nothing says what it is in the rows that exist. If it is body by another name, say so on its line in the schema, which keeps the values: `-- @renamed from=body`. Otherwise give it a DEFAULT, or say it on the column's line in the schema: `-- @backfill ''`
[backfill] column letter.weight: column letter.weight is NOT NULL and new, and nothing says what it is in the rows that exist. If it is size by another name, say so on its line in the schema, which keeps the values: `-- @renamed from=size`. Otherwise give it a DEFAULT, or say it on the column's line in the schema: `-- @backfill 0.0`
[backfill] column note.content: column note.content is NOT NULL and new, and nothing says what it is in the rows that exist. Give it a DEFAULT, or say it on the column's line in the schema: `-- @backfill ''`
