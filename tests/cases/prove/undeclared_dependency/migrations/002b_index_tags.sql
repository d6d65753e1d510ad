-- Index tags.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE INDEX ix_tag_name ON tag (name);

-- migrate:down
DROP INDEX ix_tag_name;
