-- Delete what the trigger lets go.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
DELETE FROM entry WHERE amount = 0;

-- migrate:down irreversible
