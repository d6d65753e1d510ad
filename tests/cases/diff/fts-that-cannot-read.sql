-- A text search that cannot read its text is refused.
-- rebuilt: none
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, name TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item');
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(name, content='item');
-- ==== refused
[conversion] table search: table search cannot read its text from item: SQL logic error. Correct its columns, `content` and `content_rowid`
