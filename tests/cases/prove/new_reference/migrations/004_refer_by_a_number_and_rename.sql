-- Refer by a number and rename.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE remark RENAME TO comment;
ALTER TABLE comment ADD COLUMN author INTEGER REFERENCES author;
UPDATE comment SET author = 7;

-- migrate:down
ALTER TABLE comment DROP COLUMN author;
ALTER TABLE comment RENAME TO remark;
