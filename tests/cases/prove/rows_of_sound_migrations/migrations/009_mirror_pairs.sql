-- Mirror pairs.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
INSERT OR IGNORE INTO pair SELECT b, a FROM pair;
DELETE FROM pair WHERE a = b;

-- migrate:down irreversible
