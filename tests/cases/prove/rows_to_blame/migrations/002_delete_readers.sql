-- Delete readers, and rebuild what refers to them.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM reader WHERE kind <> 'member';
ALTER TABLE hold RENAME TO hold_old;
CREATE TABLE Hold (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES Reader (id), remark TEXT DEFAULT '');
INSERT INTO hold SELECT id, reader, remark FROM hold_old;
DROP TABLE hold_old;

-- migrate:down irreversible
