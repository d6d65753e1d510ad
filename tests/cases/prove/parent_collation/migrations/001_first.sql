-- Add codes, which compare without case.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE code (k TEXT COLLATE NOCASE PRIMARY KEY, note TEXT);
CREATE TABLE stamp (id INTEGER PRIMARY KEY, code TEXT REFERENCES code);

-- migrate:down
DROP TABLE stamp;
DROP TABLE code;
