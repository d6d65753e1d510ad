-- None of these is as good as the one that it stands for.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE member_new (id INTEGER PRIMARY KEY, club INTEGER, name TEXT, mail TEXT, left_at TEXT, phone TEXT, born TEXT);
INSERT INTO member_new (id, club, name, mail, left_at, phone) SELECT id, club, name, mail, left_at, phone FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;
CREATE INDEX member_by_upper_name ON member (upper(name));
CREATE UNIQUE INDEX member_by_mail_and_club ON member (mail, club) WHERE left_at IS NULL;
CREATE INDEX member_who_stays_by_club ON member (club, left_at) WHERE left_at IS NULL;
CREATE UNIQUE INDEX ux_member_club_name ON member (club, name, mail);

-- migrate:down irreversible
