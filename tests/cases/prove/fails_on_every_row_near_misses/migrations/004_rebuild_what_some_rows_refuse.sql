-- Rebuild what some rows refuse.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, label TEXT NOT NULL, weight INTEGER, pieces INTEGER DEFAULT 0, CHECK (pieces > 0 OR weight > 1000));
INSERT INTO new (id, label, weight) SELECT id, label, weight FROM crate;
DROP TABLE crate;
ALTER TABLE new RENAME TO crate;

-- migrate:down irreversible
