-- A phone for each; what the old table held them to is forgotten.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE member_new (id INTEGER PRIMARY KEY, mail TEXT, age INTEGER, badge INTEGER, phone TEXT);
INSERT INTO member_new (id, mail, age, badge) SELECT id, mail, age, badge FROM member;
DROP TABLE member;
ALTER TABLE member_new RENAME TO member;

-- migrate:down irreversible
