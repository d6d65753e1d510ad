-- Add devices.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE device (id INTEGER PRIMARY KEY, added DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO device (id) VALUES (1);

-- migrate:down
DROP TABLE device;
