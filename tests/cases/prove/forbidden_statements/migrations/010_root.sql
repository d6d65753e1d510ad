-- Its down section alone is wrong, and more than once.
--
-- Revision ID: 010
-- Revises:

-- migrate:up
CREATE TABLE c (id INTEGER PRIMARY KEY);

-- migrate:down
PRAGMA foreign_keys = OFF;
DROP TABLE c;
PRAGMA foreign_keys = ON;
