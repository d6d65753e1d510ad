-- Forget what has to be there.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE entry SET amount = NULL;

-- migrate:down irreversible
