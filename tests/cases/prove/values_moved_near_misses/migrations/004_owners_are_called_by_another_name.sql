-- Some columns go, one takes the place of another by name, and new ones come.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE job (id INTEGER PRIMARY KEY, title TEXT, holder TEXT, pages INTEGER, is_open INTEGER, place TEXT, rank INTEGER);
INSERT INTO job (id, title, holder, pages, is_open, place, rank)
SELECT id, sort_title, owner, pages, is_open, place, 1 FROM task;
DROP TABLE task;
ALTER TABLE job RENAME TO task;

-- migrate:down irreversible
