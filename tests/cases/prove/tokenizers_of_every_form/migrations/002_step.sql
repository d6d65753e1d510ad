-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE VIRTUAL TABLE old USING fts3(said, tokenize=app 'of two' words);
CREATE VIRTUAL TABLE silent USING fts4(said, content="", tokenize=app);
CREATE VIRTUAL TABLE terms USING fts5vocab('wrapped', 'row');

-- migrate:down
DROP TABLE terms;
DROP TABLE silent;
DROP TABLE old;
