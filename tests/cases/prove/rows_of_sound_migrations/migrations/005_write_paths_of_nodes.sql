-- Write paths of nodes.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
WITH RECURSIVE tree (id, path) AS (SELECT id, name FROM node WHERE parent IS NULL UNION SELECT n.id, t.path || '/' || n.name FROM node AS n JOIN tree AS t ON n.parent = t.id WHERE n.id <> n.parent LIMIT 1000)
UPDATE node SET path = (SELECT path FROM tree WHERE tree.id = node.id);

-- migrate:down irreversible
