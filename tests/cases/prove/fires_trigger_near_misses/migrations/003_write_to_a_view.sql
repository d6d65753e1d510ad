-- Write to a view.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO titles VALUES (1, 'x');

-- migrate:down irreversible
