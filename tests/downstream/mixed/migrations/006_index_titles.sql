-- Index titles.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE INDEX ix_page_title ON page (title);

-- migrate:down
DROP INDEX ix_page_title;
