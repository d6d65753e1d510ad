-- Rebuild by a default that a check refuses.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, label TEXT NOT NULL, size INTEGER DEFAULT -1, CONSTRAINT is_of_some_size CHECK (size >= 0));
INSERT INTO new (id, label) SELECT id, label FROM crate;
DROP TABLE crate;
ALTER TABLE new RENAME TO crate;

-- migrate:down irreversible
