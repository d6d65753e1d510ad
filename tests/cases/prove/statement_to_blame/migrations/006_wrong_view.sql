-- Make a view that has never worked.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
DROP TABLE stage;
CREATE VIEW stages AS SELECT nosuch FROM hall;
DROP TABLE hall;

-- migrate:down irreversible
