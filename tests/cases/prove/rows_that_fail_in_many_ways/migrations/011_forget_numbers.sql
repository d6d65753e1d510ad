-- Forget numbers.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
UPDATE doc SET n = NULL WHERE id IN (SELECT id FROM doc);

-- migrate:down irreversible
