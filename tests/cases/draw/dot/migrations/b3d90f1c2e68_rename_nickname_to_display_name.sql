-- Rename nickname to display_name.
--
-- Revision ID: b3d90f1c2e68
-- Revises: 5b7d1e8840aa
-- Create Date: 2025-06-08 09:30:00+00:00

-- migrate:up
CREATE TABLE t7 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t7;
