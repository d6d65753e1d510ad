-- Crates.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE crate (id INTEGER PRIMARY KEY, label TEXT NOT NULL);

-- migrate:down irreversible
