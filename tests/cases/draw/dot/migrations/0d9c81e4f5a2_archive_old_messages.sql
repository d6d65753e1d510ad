-- Archive old messages.
--
-- Revision ID: 0d9c81e4f5a2
-- Revises: d15b63e8f902
-- Create Date: 2025-06-13 09:30:00+00:00

-- migrate:up
CREATE TABLE t12 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t12;
