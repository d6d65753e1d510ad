-- A text search with its own text gets a column.
-- rebuilt: search
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(title);
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(title, body);
-- ==== up
-- Table search is rebuilt: it is `CREATE VIRTUAL TABLE search USING fts5(title, body)` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(title)`.
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(title, body);
INSERT INTO search_new (rowid, title)
SELECT rowid, title FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
-- ==== down
-- Table search is rebuilt: it is `CREATE VIRTUAL TABLE search USING fts5(title)` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(title, body)`.
-- hazard values-lost: column search.body: its values are lost
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(title);
INSERT INTO search_new (rowid, title)
SELECT rowid, title FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
