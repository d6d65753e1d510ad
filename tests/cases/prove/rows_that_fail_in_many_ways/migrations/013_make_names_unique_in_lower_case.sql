-- Make names unique in lower case.
--
-- Revision ID: 013
-- Revises: 012

-- migrate:up
CREATE UNIQUE INDEX ux ON user (lower(name));

-- migrate:down irreversible
