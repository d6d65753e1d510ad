-- Add an index.
--
-- Revision Id: 002
-- Revise: 001
-- Reviewed by: me

-- migrate:up
CREATE INDEX ix_user_id ON user (id);

-- migrate:down
DROP INDEX ix_user_id;
