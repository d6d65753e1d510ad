-- Make a view and drop what it reads.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE VIEW winners AS SELECT id FROM prize;
DROP TABLE prize;
ALTER TABLE rank ADD COLUMN note TEXT;

-- migrate:down irreversible
