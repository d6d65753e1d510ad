-- Fill them.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO number SELECT value FROM generate_series(1, 100);

-- migrate:down
DELETE FROM number;
