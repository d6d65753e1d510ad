-- Number readers anew behind the rebuild.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE hold_new (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES Reader (id), remark TEXT);
INSERT INTO hold_new SELECT id, reader, remark FROM hold;
DROP TABLE hold;
ALTER TABLE hold_new RENAME TO Hold;
UPDATE reader SET id = id + 1000;

-- migrate:down irreversible
