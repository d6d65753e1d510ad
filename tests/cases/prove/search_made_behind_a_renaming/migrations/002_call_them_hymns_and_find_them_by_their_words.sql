-- Call them hymns, and find them by their words.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE song RENAME TO hymn;
CREATE VIRTUAL TABLE hymn_words USING fts5(words, content=hymn, content_rowid=id);
INSERT INTO hymn_words (hymn_words) VALUES ('rebuild');

-- migrate:down
DROP TABLE hymn_words;
ALTER TABLE hymn RENAME TO song;
