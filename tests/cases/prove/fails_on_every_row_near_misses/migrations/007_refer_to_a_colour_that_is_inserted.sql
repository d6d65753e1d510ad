-- Refer to a colour that is inserted.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TABLE colour (id INTEGER PRIMARY KEY);
INSERT INTO colour VALUES (1);
ALTER TABLE shelf ADD COLUMN colour INTEGER DEFAULT 1 REFERENCES colour (id);

-- migrate:down irreversible
