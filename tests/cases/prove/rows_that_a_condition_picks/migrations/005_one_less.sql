-- Of nothing there is less than nothing.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE stock SET pieces = pieces - 1;

-- migrate:down irreversible
