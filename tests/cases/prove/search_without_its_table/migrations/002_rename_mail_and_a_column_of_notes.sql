-- Names that nothing takes along.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE note RENAME COLUMN body TO text;
ALTER TABLE mail RENAME TO letter;

-- migrate:down
ALTER TABLE letter RENAME TO mail;
ALTER TABLE note RENAME COLUMN text TO body;
