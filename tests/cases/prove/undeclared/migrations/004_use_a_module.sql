-- Use a module.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE VIRTUAL TABLE spelling USING spellfix1;

-- migrate:down
DROP TABLE spelling;
