-- Add numbers.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE number (n INTEGER);

-- migrate:down
DROP TABLE number;
