-- A text search over a table is filled.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== up
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
DROP TABLE search;
