-- Merge.
--
-- Revision ID: 022
-- Revises: 020, 021

-- migrate:up
CREATE INDEX ix_own ON own (a);

-- migrate:down
DROP INDEX ix_own;
