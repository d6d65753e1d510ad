-- Write into a log that stays.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE log SET what = 'x';

-- migrate:down irreversible
