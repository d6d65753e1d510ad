-- Write text where numbers are.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE strict SET n = 'x';

-- migrate:down irreversible
