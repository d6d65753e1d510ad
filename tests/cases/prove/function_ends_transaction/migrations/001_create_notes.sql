-- Create notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO note VALUES (1, 'kept');

-- migrate:down
DROP TABLE note;
