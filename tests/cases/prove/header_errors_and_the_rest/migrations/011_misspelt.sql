-- What cannot be run.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
CREATE TABEL more (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE more;
