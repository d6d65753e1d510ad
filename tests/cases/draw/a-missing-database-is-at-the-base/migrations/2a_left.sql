-- Left.
--
-- Revision ID: 2a
-- Revises: 122b81ebc3d7
-- Branch labels: left
-- Create Date: 2025-06-03 09:30:00+00:00

-- migrate:up
CREATE TABLE t2 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t2;
