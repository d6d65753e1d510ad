-- Trim posts.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
UPDATE post SET body = trim(body);
DELETE FROM post WHERE body = '';

-- migrate:down irreversible
