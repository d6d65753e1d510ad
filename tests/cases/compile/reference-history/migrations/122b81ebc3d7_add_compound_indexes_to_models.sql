-- Add compound indexes to models.
--
-- Revision ID: 122b81ebc3d7
-- Revises: 001
-- Create Date: 2025-06-02 09:30:00+00:00

-- migrate:up
CREATE INDEX ix_revokedtoken_token_expires ON revokedtoken (token, expires_at);
CREATE INDEX ix_message_user_session_created ON message (user_id, session_id, created_at);

-- migrate:down
DROP INDEX ix_message_user_session_created;
DROP INDEX ix_revokedtoken_token_expires;
