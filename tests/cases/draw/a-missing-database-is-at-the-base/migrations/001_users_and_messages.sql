-- Users and messages.
--
-- Revision ID: 001
-- Revises: 
-- Create Date: 2025-06-01 09:30:00+00:00

-- migrate:up
CREATE TABLE t0 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t0;
