-- Last.
--
-- Revision ID: 3c
-- Revises: 2b
-- Create Date: 2025-06-05 09:30:00+00:00

-- migrate:up
CREATE TABLE t4 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t4;
