-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
SELECT 'café';	-- migrate:down
DROP INDEX ix_user_id;
