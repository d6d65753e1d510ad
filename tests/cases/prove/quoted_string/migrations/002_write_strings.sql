-- Write strings.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES ("root");
UPDATE user SET status = "it's new" WHERE name = 'root';
CREATE TABLE setting (key TEXT DEFAULT "none" CHECK (key <> "all"));

-- migrate:down
DROP TABLE setting;
DELETE FROM user WHERE "name" = "root";
