-- Rebuild users, as goose runs it under NO TRANSACTION.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up transaction:false
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE user_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO user_new SELECT id, name FROM user;
DROP TABLE user;
ALTER TABLE user_new RENAME TO user;
COMMIT;
PRAGMA foreign_keys = ON;

-- migrate:down irreversible
