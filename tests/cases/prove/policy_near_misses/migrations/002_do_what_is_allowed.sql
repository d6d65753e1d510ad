-- Do what is allowed.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
PRAGMA user_version = 7;
PRAGMA application_id = 7;
PRAGMA defer_foreign_keys = ON;
PRAGMA legacy_alter_table = ON;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys;
PRAGMA foreign_key_check;
PRAGMA table_info(user);
SELECT 'BEGIN; COMMIT; VACUUM' AS "attach" FROM user;
CREATE TABLE alembic_version_2 (headway_log TEXT);
SELECT version_num FROM alembic_version;
ANALYZE;
REINDEX;
CREATE TRIGGER tr_user AFTER INSERT ON user BEGIN
    SELECT 1;
END;

-- migrate:down
DROP TRIGGER tr_user;
DROP TABLE alembic_version_2;
