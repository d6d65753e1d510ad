-- All columns at once, in another order.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE task_new (id INTEGER PRIMARY KEY, title TEXT, place TEXT, owner TEXT, remark TEXT);
INSERT INTO task_new SELECT * FROM task;
DROP TABLE task;
ALTER TABLE task_new RENAME TO task;

-- migrate:down
CREATE TABLE task_old (id INTEGER PRIMARY KEY, title TEXT, owner TEXT, remark TEXT, place TEXT);
INSERT INTO task_old SELECT id, title, place, owner, remark FROM task;
DROP TABLE task;
ALTER TABLE task_old RENAME TO task;
