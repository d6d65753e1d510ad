-- Rank search results.
--
-- Revision ID: f2a8d3356b7c
-- Revises: d15b63e8f902
-- Depends on: e7740c19ab36
-- Create Date: 2025-06-12 09:30:00+00:00

-- migrate:up
CREATE TABLE t11 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t11;
