-- Delete by a letter of each row.
--
-- Revision ID: 015
-- Revises: 014

-- migrate:up
DELETE FROM user WHERE name LIKE 'm%' ESCAPE mail;

-- migrate:down irreversible
