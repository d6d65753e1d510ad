-- Make the pages anew.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
DROP TABLE page;
CREATE VIRTUAL TABLE page USING fts5(words, tokenize = 'trigram');

-- migrate:down
DROP TABLE page;
CREATE VIRTUAL TABLE page USING fts5(words);
