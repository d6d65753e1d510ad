-- Add songs and readers.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT NOT NULL, singer TEXT);
CREATE TABLE artist (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE reader (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE loan (id INTEGER PRIMARY KEY, reader INTEGER NOT NULL REFERENCES reader (id));
CREATE TABLE event (id INTEGER PRIMARY KEY, data TEXT NOT NULL CHECK (json_valid(data)), more JSON, tags TEXT DEFAULT '[]');
CREATE TABLE page (id INTEGER PRIMARY KEY, data TEXT NOT NULL CHECK (json_valid(data)), more JSON, tags TEXT DEFAULT '[]');
CREATE TABLE note (id INTEGER PRIMARY KEY, data TEXT NOT NULL CHECK (json_valid(data)), more JSON, tags TEXT DEFAULT '[]');
CREATE TABLE entry (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL);
CREATE TRIGGER entries_stay BEFORE DELETE ON entry WHEN old.amount <> 0 BEGIN
    SELECT RAISE(ABORT, 'an entry stays');
END;
CREATE TABLE setting (id INTEGER PRIMARY KEY CHECK (id = 1), theme TEXT NOT NULL);
CREATE TABLE visit (id INTEGER PRIMARY KEY, at TEXT NOT NULL CHECK (at IS datetime(at)), until TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, day TEXT NOT NULL CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'));

-- migrate:down
DROP TABLE visit;
DROP TABLE setting;
DROP TABLE entry;
DROP TABLE note;
DROP TABLE page;
DROP TABLE event;
DROP TABLE loan;
DROP TABLE reader;
DROP TABLE artist;
DROP TABLE song;
