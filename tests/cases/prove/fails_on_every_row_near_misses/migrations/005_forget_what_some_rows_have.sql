-- Forget what some rows have.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE entry SET amount = NULL WHERE amount > 0;

-- migrate:down irreversible
