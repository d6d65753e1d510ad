-- Index addresses.
--
-- Revision ID: 013
-- Revises: 012

-- migrate:up
CREATE INDEX ix_user_mail ON user (lower(mail));

-- migrate:down irreversible
