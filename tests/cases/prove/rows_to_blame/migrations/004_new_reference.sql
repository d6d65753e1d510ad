-- Refer to what may not be there, which is the fault of the reference.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE card_of (id INTEGER PRIMARY KEY, reader INTEGER);
CREATE TABLE hold_new (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES Reader (id), remark TEXT REFERENCES card_of (id));
INSERT INTO hold_new SELECT id, reader, remark FROM hold;
DROP TABLE hold;
ALTER TABLE hold_new RENAME TO Hold;

-- migrate:down irreversible
