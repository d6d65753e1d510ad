-- Step 003.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE VIRTUAL TABLE new USING fts5(said, tokenize = 'trigram case_sensitive 1');
INSERT INTO card (said) VALUES ('of the tokenizer');
CREATE TABLE found AS SELECT rowid AS card FROM wrapped WHERE wrapped MATCH 'tokenizer';

-- migrate:down
DROP TABLE found;
DELETE FROM card;
DROP TABLE new;
