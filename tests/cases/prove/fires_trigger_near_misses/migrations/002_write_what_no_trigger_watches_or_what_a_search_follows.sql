-- Write what no trigger watches, or what a search follows.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE memo SET id = id;
UPDATE memo SET body = upper(body);
INSERT INTO trail VALUES (1, 'x');

-- migrate:down irreversible
