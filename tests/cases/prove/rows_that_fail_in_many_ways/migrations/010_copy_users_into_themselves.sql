-- Copy users into themselves.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
INSERT INTO user (id, name) SELECT id, 'copy' FROM user;

-- migrate:down irreversible
