-- Rename letters.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE letter RENAME TO mail;

-- migrate:down
ALTER TABLE mail RENAME TO letter;
