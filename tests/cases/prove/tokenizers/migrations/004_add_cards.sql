-- Add cards to FTS3, by a name in quotes.
--
-- Revision ID: 004
-- Revises: 

-- headway:allow drop-table tests
-- migrate:up
CREATE VIRTUAL TABLE card USING fts3(body, tokenize=German);
CREATE VIRTUAL TABLE leaf USING fts5(body, tokenize = "'the app''s'");
CREATE VIRTUAL TABLE page USING fts5(body, tokenize = 'porter ascii');

-- migrate:down
DROP TABLE page;
DROP TABLE leaf;
DROP TABLE card;
