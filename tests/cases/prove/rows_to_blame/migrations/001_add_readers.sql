-- Add readers.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE Reader (id INTEGER PRIMARY KEY, kind TEXT NOT NULL);
CREATE TABLE Hold (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES Reader (id), remark TEXT);

-- migrate:down irreversible
