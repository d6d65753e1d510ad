-- Number readers anew.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE reader SET id = id + 1;

-- migrate:down irreversible
