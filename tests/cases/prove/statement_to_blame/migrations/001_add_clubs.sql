-- Add clubs.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE Player (id TEXT PRIMARY KEY, Name TEXT);
CREATE TABLE Badge (player TEXT PRIMARY KEY, colour TEXT NOT NULL);
CREATE TABLE Club (id INTEGER PRIMARY KEY, code TEXT, town TEXT);
CREATE TABLE prize (id INTEGER PRIMARY KEY);
CREATE TABLE rank (player TEXT);
CREATE UNIQUE INDEX ux_club_code ON Club (code);
CREATE TABLE Visit (id INTEGER PRIMARY KEY, club TEXT REFERENCES Club (code));
CREATE VIEW towns AS SELECT town FROM Club;
CREATE TRIGGER badge_follows AFTER UPDATE OF id ON Player BEGIN
    UPDATE Badge SET player = new.id WHERE player = old.id;
END;

-- migrate:down irreversible
