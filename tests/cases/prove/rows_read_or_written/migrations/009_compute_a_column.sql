-- Compute a column.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, data TEXT NOT NULL, kind TEXT AS (json_extract(data, '$.kind')) STORED);
INSERT INTO new (id, data) SELECT id, data FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, data TEXT NOT NULL);
INSERT INTO new (id, data) SELECT id, data FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
