-- Guests and their visits.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE guest (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL UNIQUE);
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    guest INTEGER NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
    day TEXT NOT NULL DEFAULT '' CHECK (length(day) < 11),
    room TEXT,
    CHECK (room <> day)
);
CREATE INDEX ix_visit_day ON visit (day);
CREATE INDEX ix_visit_room ON visit (lower(room)) WHERE room IS NOT NULL;
CREATE TABLE move (visit INTEGER, room TEXT);
CREATE TRIGGER tr_visit_moved AFTER UPDATE OF room ON visit BEGIN
    INSERT INTO move VALUES (new.id, new.room);
END;
CREATE VIEW rooms AS SELECT DISTINCT room FROM visit;
CREATE TRIGGER tr_rooms_in INSTEAD OF INSERT ON rooms BEGIN
    INSERT INTO move VALUES (0, new.room);
END;

-- migrate:down irreversible
