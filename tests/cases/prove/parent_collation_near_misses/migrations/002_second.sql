-- Let notes be of another type.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE code_new (k TEXT COLLATE nocase PRIMARY KEY, note VARCHAR);
INSERT INTO code_new (k, note) SELECT k, note FROM code;
DROP TABLE code;
ALTER TABLE code_new RENAME TO code;

-- migrate:down irreversible
