-- Turn words into numbers.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
ALTER TABLE member_9 ADD COLUMN kind INTEGER;
UPDATE member_9 SET kind = 1 WHERE name = 'a' OR (name = 'b' AND mail IS NULL);
UPDATE member_9 SET kind = CASE born WHEN '2000' THEN 3 ELSE kind END;
ALTER TABLE member_9 DROP COLUMN born;
ALTER TABLE member_9 DROP COLUMN mail;

-- migrate:down
ALTER TABLE member_9 DROP COLUMN kind;
ALTER TABLE member_9 ADD COLUMN mail TEXT;
ALTER TABLE member_9 ADD COLUMN born TEXT;
