-- Name users.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, "User Name" TEXT NOT NULL, state TEXT);
CREATE TABLE change (id INTEGER PRIMARY KEY, name TEXT, what TEXT);
CREATE VIEW named AS SELECT id, "User Name" AS name FROM user;
CREATE TRIGGER keep AFTER DELETE ON user WHEN old."User Name" <> '' BEGIN
    INSERT INTO change ("name", "what") SELECT old."User Name", "state" FROM "user" WHERE "user"."id" = old.id;
END;

-- migrate:down
DROP VIEW named;
DROP TABLE change;
DROP TABLE user;
