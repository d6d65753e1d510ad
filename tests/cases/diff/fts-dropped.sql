-- A text search goes.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== up
DROP TABLE search;
-- ==== down
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
