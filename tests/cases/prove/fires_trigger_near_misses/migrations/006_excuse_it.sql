-- Excuse it.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
-- headway:allow fires-trigger titles are new
UPDATE memo SET title = lower(title);

-- migrate:down irreversible
