-- Make c.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE c (x);
-- migrate:down irreversible
