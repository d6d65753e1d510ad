-- Rows that have left may be alike from now on.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE member_new (id INTEGER PRIMARY KEY, club INTEGER, name TEXT, mail TEXT, left_at TEXT, phone TEXT, born TEXT, note TEXT);
INSERT INTO member_new (id, club, name, mail, left_at, phone, born) SELECT id, club, name, mail, left_at, phone, born FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;
CREATE INDEX member_by_upper_name ON member (upper(name));
CREATE UNIQUE INDEX member_by_mail_and_club ON member (mail, club) WHERE left_at IS NULL AND born IS NULL;
CREATE INDEX member_who_stays_by_club ON member (club, left_at) WHERE left_at IS NULL;
CREATE UNIQUE INDEX ux_member_club_name ON member (club, name, mail) WHERE left_at IS NULL;

-- migrate:down irreversible
