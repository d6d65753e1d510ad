-- All in the west.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
UPDATE boat SET berth = 'west';

-- migrate:down irreversible
