-- So do marks that differ in a blank.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
UPDATE seat SET mark = trim(mark);

-- migrate:down irreversible
