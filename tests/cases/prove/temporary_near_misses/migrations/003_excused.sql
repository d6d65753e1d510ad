-- What is excused.
--
-- Revision ID: 003
-- Revises: 002

-- headway:allow temporary it is only looked at by hand
-- migrate:up
CREATE TEMP TABLE old_user AS SELECT * FROM user;

-- migrate:down
DROP TABLE IF EXISTS temp.old_user;
