-- Add names that compare byte by byte, and let them compare without case.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE name (k TEXT PRIMARY KEY);
CREATE TABLE use (id INTEGER PRIMARY KEY, name TEXT REFERENCES name);
CREATE TABLE name_new (k TEXT COLLATE NOCASE PRIMARY KEY);
INSERT INTO name_new (k) SELECT k FROM name;
DROP TABLE name;
ALTER TABLE name_new RENAME TO name;

-- migrate:down
DROP TABLE use;
DROP TABLE name;
