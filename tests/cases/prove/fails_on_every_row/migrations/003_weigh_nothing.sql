-- Weigh nothing.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE crate SET label = 'none', weight = -1;

-- migrate:down irreversible
