-- Drop what a trigger writes.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE stage (player TEXT);
DROP TABLE badge;
CREATE TABLE hall (id INTEGER PRIMARY KEY);

-- migrate:down irreversible
