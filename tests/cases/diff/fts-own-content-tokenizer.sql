-- Its text is read by another tokenizer.
-- rebuilt: search
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(title, body);
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize='porter');
-- ==== up
-- Table search is rebuilt: it is
-- `CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize='porter')` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(title, body)`.
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(title, body, tokenize='porter');
INSERT INTO search_new (rowid, title, body)
SELECT rowid, title, body FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
-- ==== down
-- Table search is rebuilt: it is `CREATE VIRTUAL TABLE search USING fts5(title, body)` instead of
-- `CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize='porter')`.
-- hazard table-rewritten: table search: all its rows are written anew
CREATE VIRTUAL TABLE search_new USING fts5(title, body);
INSERT INTO search_new (rowid, title, body)
SELECT rowid, title, body FROM search;
DROP TABLE search;
ALTER TABLE search_new RENAME TO search;
