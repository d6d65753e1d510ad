-- A text search gets another option and reads its content again.
-- rebuilt: search
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
-- ==== up
-- Table search is rebuilt: it is `… content_rowid='id', prefix='2')` instead of
-- `… content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- Table search is rebuilt: it is `… content_rowid='id')` instead of
-- `… content_rowid='id', prefix='2')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
