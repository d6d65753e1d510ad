-- The search moves with its table; the others have none.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE mail_find;
ALTER TABLE mail RENAME TO letter;
CREATE VIRTUAL TABLE mail_find USING fts5(body, content=letter, content_rowid=id);
INSERT INTO mail_find (mail_find) VALUES ('rebuild');
ALTER TABLE own RENAME TO owned;
ALTER TABLE stem RENAME TO stems;

-- migrate:down
ALTER TABLE stems RENAME TO stem;
ALTER TABLE owned RENAME TO own;
DROP TABLE mail_find;
ALTER TABLE letter RENAME TO mail;
CREATE VIRTUAL TABLE mail_find USING fts5(body, content=mail, content_rowid=id);
