-- Drop the tags that a trigger and a view need.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE VIEW tags AS SELECT name FROM tag;
DROP TABLE tag;

-- migrate:down
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TRIGGER "calls nothing" AFTER DELETE ON tag BEGIN SELECT app_forget(old.name); END;
DROP VIEW tags;
