-- Correct the rows first.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM user WHERE id NOT IN (SELECT min(id) FROM user GROUP BY name);
DELETE FROM message WHERE user_id NOT IN (SELECT id FROM user);
CREATE UNIQUE INDEX ux_user_name ON user (name);
UPDATE user SET status = 'off' WHERE status IS NULL OR status NOT IN ('on', 'off');
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('on', 'off')));
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
CREATE UNIQUE INDEX ux_user_name ON user (name);
ALTER TABLE message ADD COLUMN ticket INTEGER;
CREATE UNIQUE INDEX ux_message_ticket ON message (ticket);
CREATE TABLE label (name TEXT NOT NULL);
CREATE UNIQUE INDEX ux_label_name ON label (name);

-- migrate:down
DROP TABLE label;
DROP INDEX ux_message_ticket;
ALTER TABLE message DROP COLUMN ticket;
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT);
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
