-- Revision ID: 002
-- Revises: 001

-- migrate:up transaction:false
ALTER TABLE user ADD COLUMN code;

-- migrate:down irreversible
