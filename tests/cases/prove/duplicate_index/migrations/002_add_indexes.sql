-- Add indexes.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_message_user_id ON message (user_id);
CREATE INDEX ix_message_user ON message (user_id ASC);
CREATE TABLE token (id VARCHAR(32) PRIMARY KEY, name TEXT UNIQUE);
CREATE INDEX ix_token_id ON token (id);
CREATE INDEX ix_token_name ON token (name);
CREATE INDEX ix_user_lower ON user (lower(name)) WHERE status = 'active';
CREATE INDEX ix_user_low ON user (lower( name )) WHERE status='active';

-- migrate:down
DROP INDEX ix_user_low;
DROP INDEX ix_user_lower;
DROP TABLE token;
DROP INDEX ix_message_user;
DROP INDEX ix_message_user_id;
