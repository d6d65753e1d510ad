-- Refer to rivers before there are any.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE bridge (id INTEGER PRIMARY KEY, river TEXT REFERENCES river (name));
CREATE TABLE river (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE river;
DROP TABLE bridge;
