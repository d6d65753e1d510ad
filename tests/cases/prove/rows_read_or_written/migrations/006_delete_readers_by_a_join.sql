-- Delete readers by a join.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
DELETE FROM reader WHERE id IN (SELECT s.id FROM reader AS s JOIN reader AS t ON s.name = t.name AND s.id > t.id);

-- migrate:down irreversible
