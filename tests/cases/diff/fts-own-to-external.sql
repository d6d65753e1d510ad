-- A text search gives its text away.
-- rebuilt: search
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== up
-- Table search is rebuilt: it is `… USING fts5(name, content='item', content_rowid='id')` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(name)`.
-- hazard rows-lost: table search: its rows are lost: from now on its text is that of item
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- Table search is rebuilt: it is `CREATE VIRTUAL TABLE search USING fts5(name)` instead of
-- `… USING fts5(name, content='item', content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(name);
INSERT INTO search_new (rowid, name)
SELECT rowid, name FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
