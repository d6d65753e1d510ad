-- Search pages by their letters.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE VIRTUAL TABLE page_search USING fts5 (body, content = 'page', content_rowid = 'id', tokenize = 'letters');
INSERT INTO page_search (page_search) VALUES ('rebuild');

-- migrate:down
DROP TABLE page_search;
