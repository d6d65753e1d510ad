-- Right.
--
-- Revision ID: 2b
-- Revises: 122b81ebc3d7
-- Depends on: 2a
-- Create Date: 2025-06-04 09:30:00+00:00

-- migrate:up
CREATE TABLE t3 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t3;
