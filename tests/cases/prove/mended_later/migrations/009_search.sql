-- The search goes.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
DROP TABLE post_find;

-- migrate:down irreversible
