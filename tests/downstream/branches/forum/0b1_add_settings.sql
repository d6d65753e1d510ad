-- Add settings, which know nothing of threads.
--
-- Revision ID: 0b1
-- Revises:

-- migrate:up
CREATE TABLE setting (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE setting;
