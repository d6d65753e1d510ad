-- Add indexes.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_message_user_id ON message (user_id);
CREATE INDEX ix_message_user_id_content ON message (user_id, content);
CREATE INDEX ix_message_user_id_desc ON message (user_id DESC);
CREATE INDEX ix_message_content ON message (content);
CREATE INDEX ix_message_content_nocase ON message (content COLLATE NOCASE);
CREATE INDEX ix_message_content_short ON message (content) WHERE length(content) < 10;
CREATE INDEX ix_message_content_long ON message (content) WHERE length(content) > 10;
CREATE INDEX ix_user_name ON user (name);
CREATE UNIQUE INDEX ux_message_content_user_id ON message (content, user_id, id);

-- migrate:down
DROP INDEX ux_message_content_user_id;
DROP INDEX ix_user_name;
DROP INDEX ix_message_content_long;
DROP INDEX ix_message_content_short;
DROP INDEX ix_message_content_nocase;
DROP INDEX ix_message_content;
DROP INDEX ix_message_user_id_desc;
DROP INDEX ix_message_user_id_content;
DROP INDEX ix_message_user_id;
