-- Index the pages anew.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
DROP TABLE page;
CREATE VIRTUAL TABLE page USING fts5(words, tokenize = 'trigram');
INSERT INTO page SELECT words FROM note;

-- migrate:down
DROP TABLE page;
CREATE VIRTUAL TABLE page USING fts5(words);
INSERT INTO page SELECT words FROM note;
