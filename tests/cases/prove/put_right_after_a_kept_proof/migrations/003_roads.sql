-- Something else.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE road (id INTEGER PRIMARY KEY);

-- migrate:down irreversible
