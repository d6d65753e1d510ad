-- Sessions, with expiry.
--
-- Revision ID: 4f1a09c2d7be
-- Revises: 122b81ebc3d7
-- Branch labels: auth
-- Create Date: 2025-06-03 09:30:00+00:00

-- migrate:up
CREATE TABLE t2 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t2;
