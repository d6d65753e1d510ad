-- Fill them from nowhere.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
INSERT INTO nowhere (n) VALUES (1);

-- migrate:down
DELETE FROM nowhere;
