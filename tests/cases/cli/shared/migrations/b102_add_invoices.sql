-- Add invoices.
--
-- Revision ID: b102
-- Revises: b101
-- Depends on: 0a02
-- Create Date: 2025-01-04 09:30:00+00:00

-- migrate:up
CREATE TABLE invoice (id INTEGER PRIMARY KEY, email_id INTEGER REFERENCES email (id));

-- migrate:down
DROP TABLE invoice;
