-- Use a function.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE user SET name = normalise(name, 'NFC', coalesce(status, ''));

-- migrate:down
SELECT 1;
