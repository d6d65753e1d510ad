-- Add pets.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT, age INTEGER NOT NULL);

-- migrate:down
DROP TABLE pet;
