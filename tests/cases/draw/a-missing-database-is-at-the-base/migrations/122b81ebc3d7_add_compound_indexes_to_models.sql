-- Add compound indexes to models.
--
-- Revision ID: 122b81ebc3d7
-- Revises: 001
-- Create Date: 2025-06-02 09:30:00+00:00

-- migrate:up
CREATE TABLE t1 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t1;
