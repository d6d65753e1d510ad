-- Make the code of tags their key.
--
-- Revision ID: 003
-- Revises: 002

-- headway:allow drop-column codes are given anew

-- migrate:up
ALTER TABLE tag RENAME TO old;
CREATE TABLE tag (code INTEGER PRIMARY KEY, name TEXT);
INSERT INTO tag SELECT row_number() OVER (ORDER BY code), name FROM old;
DROP TABLE old;

-- migrate:down
CREATE TABLE new (code TEXT NOT NULL, name TEXT);
INSERT INTO new SELECT * FROM tag;
DROP TABLE tag;
ALTER TABLE new RENAME TO tag;
