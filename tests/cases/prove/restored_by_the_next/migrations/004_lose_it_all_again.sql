-- Once more.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE member_new (id INTEGER PRIMARY KEY, mail TEXT, age INTEGER, badge INTEGER, phone TEXT, note TEXT);
INSERT INTO member_new (id, mail, age, badge, phone) SELECT id, mail, age, badge, phone FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;

-- migrate:down irreversible
