-- Mails that differ in their case become one.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE member SET mail = lower(mail);

-- migrate:down irreversible
