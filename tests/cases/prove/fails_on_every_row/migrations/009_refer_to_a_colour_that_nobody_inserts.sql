-- Refer to a colour that nobody inserts.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
CREATE TABLE colour (id INTEGER PRIMARY KEY);
ALTER TABLE shelf ADD COLUMN colour INTEGER DEFAULT 1 REFERENCES colour (id);

-- migrate:down irreversible
