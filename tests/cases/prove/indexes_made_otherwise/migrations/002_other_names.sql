-- All are there again, by other names.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE member_new (id INTEGER PRIMARY KEY, club INTEGER, name TEXT, mail TEXT, left_at TEXT, phone TEXT);
INSERT INTO member_new (id, club, name, mail, left_at) SELECT id, club, name, mail, left_at FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;
CREATE INDEX ix_member_name ON member (LOWER("name"));
CREATE UNIQUE INDEX ux_member_mail ON "member" ("mail") WHERE (left_at IS NULL);
CREATE INDEX ix_member_club ON member (club, left_at);
CREATE UNIQUE INDEX ux_member_club_name ON member (club, name);

-- migrate:down irreversible
