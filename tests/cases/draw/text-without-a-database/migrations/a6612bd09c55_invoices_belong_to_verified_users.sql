-- Invoices belong to verified users.
--
-- Revision ID: a6612bd09c55
-- Revises: 9e02c7714fd3
-- Depends on: 5b7d1e8840aa
-- Create Date: 2025-06-07 09:30:00+00:00

-- migrate:up
CREATE TABLE t6 (
    id INTEGER PRIMARY KEY, -- the key
    name TEXT NOT NULL DEFAULT '</pre> & "x"'
);

-- migrate:down
DROP TABLE t6;
