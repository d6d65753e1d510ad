-- Mails that differ in case alone are taken for one.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DELETE FROM member WHERE id NOT IN (SELECT min(id) FROM member GROUP BY lower(mail));
CREATE UNIQUE INDEX ux_member_mail ON member (mail COLLATE NOCASE);

-- migrate:down irreversible
