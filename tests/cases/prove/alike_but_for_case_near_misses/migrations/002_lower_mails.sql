-- Of mails that differ in their case one stays.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM member WHERE id NOT IN (SELECT min(id) FROM member GROUP BY lower(mail));
UPDATE member SET mail = lower(mail);

-- migrate:down irreversible
