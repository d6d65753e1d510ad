-- A search without text cannot be converted.
-- rebuilt: none
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(title, content='');
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(title, body, content='');
-- ==== refused
[conversion] table search: table search keeps no content, so that its rows cannot be copied to a changed one. Drop it and create it under another name, and fill that from where its text comes from
