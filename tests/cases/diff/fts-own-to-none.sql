-- A text search keeps no text any more.
-- rebuilt: search
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(name);
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(name, content='');
-- ==== up
-- Table search is rebuilt: it is `CREATE VIRTUAL TABLE search USING fts5(name, content='')` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(name)`.
-- hazard values-lost: table search: its text is lost: from now on it keeps only what finds a row
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(name, content='');
INSERT INTO search_new (rowid, name)
SELECT rowid, name FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
-- ==== irreversible
table search keeps no content, so that its rows cannot be copied to a changed one. Drop it and create it under another name, and fill that from where its text comes from
