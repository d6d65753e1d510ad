-- Take the last message away and give it back.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE attic AS SELECT * FROM message;
DELETE FROM message;

-- migrate:down
INSERT INTO message SELECT * FROM attic;
DROP TABLE attic;
