-- Members, and how they are found.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE member (id INTEGER PRIMARY KEY, club INTEGER, name TEXT, mail TEXT, left_at TEXT);
CREATE INDEX member_by_name ON member (lower(name));
CREATE UNIQUE INDEX member_by_mail ON member (mail) WHERE left_at IS NULL;
CREATE INDEX member_by_club ON member (club);
CREATE UNIQUE INDEX member_by_club_and_name ON member (club, name);

-- migrate:down irreversible
