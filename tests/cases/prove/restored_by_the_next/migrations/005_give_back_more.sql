-- A note for each is more than there was.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE member_new (
    id INTEGER PRIMARY KEY,
    mail TEXT NOT NULL CHECK (mail LIKE '_%@_%'),
    age INTEGER CHECK (age BETWEEN 1 AND 150),
    badge INTEGER,
    phone TEXT,
    note TEXT NOT NULL
);
INSERT INTO member_new (id, mail, age, badge, phone, note) SELECT id, mail, age, badge, phone, note FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;
CREATE UNIQUE INDEX ux_member_badge ON member (badge);

-- migrate:down irreversible
