-- Two-factor secrets.
--
-- Revision ID: 5b7d1e8840aa
-- Revises: 4f1a09c2d7be
-- Create Date: 2025-06-05 09:30:00+00:00

-- migrate:up
CREATE TABLE t4 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t4;
