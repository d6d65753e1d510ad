-- Leave it to the application which notes are worth it.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author TEXT);
INSERT INTO new SELECT * FROM note WHERE is_worth_it(title);
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
SELECT 1;
