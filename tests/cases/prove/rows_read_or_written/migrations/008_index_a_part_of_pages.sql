-- Index a part of pages.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE INDEX ix_page_id ON page (id) WHERE json_extract(data, '$.kind') = 'a';

-- migrate:down
DROP INDEX ix_page_id;
