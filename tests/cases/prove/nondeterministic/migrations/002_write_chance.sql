-- Write chance.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES (lower(hex(randomblob(16))));
UPDATE user SET status = CURRENT_TIMESTAMP;
UPDATE user SET status = datetime('now', 'localtime');

-- migrate:down
SELECT 1;
