-- Forget mail.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DROP TABLE mail;

-- migrate:down irreversible
