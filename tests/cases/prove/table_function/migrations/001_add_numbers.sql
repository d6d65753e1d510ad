-- Add numbers.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE number (n INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE number;
