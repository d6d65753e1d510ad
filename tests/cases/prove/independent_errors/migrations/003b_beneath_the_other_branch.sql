-- Beneath the other branch.
--
-- Revision ID: 003b
-- Revises: 002b

-- migrate:up
CREATE INDEX ix_a ON a (idd);

-- migrate:down
DROP INDEX ix_a;
