-- It descends from one that fails.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ATTACH 'b.db' AS b;
CREATE TABLE b (id INTEGER PRIMARY KEY);
PRAGMA journal_mode = WAL;
/* a comment before */ DETACH b;
PRAGMA table_info(b);
CREATE TRIGGER t AFTER INSERT ON b BEGIN SELECT 1; END;

-- migrate:down
DROP TABLE b;
ROLLBACK;
