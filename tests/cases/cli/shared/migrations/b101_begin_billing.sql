-- Begin billing.
--
-- Accounts come first, invoices later.
--
-- Revision ID: b101
-- Revises: 0a01
-- Branch labels: billing
-- Create Date: 2025-01-03 09:30:00+00:00

-- migrate:up
CREATE TABLE account (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id));

-- migrate:down
DROP TABLE account;
