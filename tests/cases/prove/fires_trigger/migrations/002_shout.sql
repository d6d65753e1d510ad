-- Shout.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE memo SET body = upper(body);
UPDATE memo SET title = upper(title);
UPDATE memo SET title = trim(title);

-- migrate:down
UPDATE memo SET title = lower(title);
