-- Drop columns that decide.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
DELETE FROM member_9 WHERE born IS NULL;
UPDATE figure SET n = n + 1 WHERE what IN (SELECT mail FROM member_9);
ALTER TABLE member_9 DROP COLUMN born;
ALTER TABLE member_9 DROP COLUMN mail;

-- migrate:down
ALTER TABLE member_9 ADD COLUMN mail TEXT;
ALTER TABLE member_9 ADD COLUMN born TEXT;
