-- Owners were entered as places.
--
-- Revision ID: 006
-- Revises: 005

-- headway:allow values-moved the form had the two fields the other way round
-- migrate:up
CREATE TABLE task_new (id INTEGER PRIMARY KEY, owner TEXT, place TEXT, remark TEXT);
INSERT INTO task_new (id, owner, place, remark) SELECT id, place, owner, remark FROM task;
DROP TABLE task;
ALTER TABLE task_new RENAME TO task;

-- migrate:down irreversible
