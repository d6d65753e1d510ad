-- Delete loans first.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
DELETE FROM loan;
DELETE FROM reader;

-- migrate:down irreversible
