-- Members with a mail each.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    mail TEXT NOT NULL CHECK (mail LIKE '_%@_%'),
    age INTEGER CHECK (age BETWEEN 1 AND 150),
    badge INTEGER
);
CREATE UNIQUE INDEX ux_member_badge ON member (badge);

-- migrate:down irreversible
