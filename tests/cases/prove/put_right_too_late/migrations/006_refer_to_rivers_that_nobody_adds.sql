-- Refer to rivers that nobody adds.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE bridge (id INTEGER PRIMARY KEY, river TEXT REFERENCES river (name));
CREATE TABLE river (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE river;
DROP TABLE bridge;
