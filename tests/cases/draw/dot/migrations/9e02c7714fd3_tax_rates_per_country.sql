-- Tax rates per country.
--
-- Revision ID: 9e02c7714fd3
-- Revises: 8c33f2a91e04
-- Create Date: 2025-06-06 09:30:00+00:00

-- migrate:up
CREATE TABLE t5 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t5;
