-- Full-text search over messages.
--
-- Revision ID: d15b63e8f902
-- Revises: c8e45a7710bf
-- Create Date: 2025-06-10 09:30:00+00:00

-- migrate:up
CREATE TABLE t9 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t9;
