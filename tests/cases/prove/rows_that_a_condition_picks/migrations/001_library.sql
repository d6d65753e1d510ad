-- A library.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE reader (id INTEGER PRIMARY KEY, active INTEGER NOT NULL DEFAULT 1, left_at TEXT);
CREATE TABLE loan (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES reader (id));
CREATE TABLE node (id INTEGER PRIMARY KEY, above INTEGER REFERENCES node (id), gone INTEGER);
CREATE TABLE stock (id INTEGER PRIMARY KEY, pieces INTEGER NOT NULL CHECK (pieces >= 0));

-- migrate:down irreversible
