-- Search index on its own line.
--
-- Revision ID: e7740c19ab36
-- Revises: 
-- Depends on: 122b81ebc3d7
-- Branch labels: search
-- Create Date: 2025-06-11 09:30:00+00:00

-- migrate:up
CREATE TABLE t10 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t10;
