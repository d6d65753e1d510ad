-- A visit has a remark.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP VIEW rooms;
CREATE TABLE visit_new (id INTEGER PRIMARY KEY, guest INTEGER, day TEXT, room TEXT, remark TEXT);
INSERT INTO visit_new (id, guest, day, room) SELECT id, guest, day, room FROM visit;
DROP TABLE visit;
ALTER TABLE visit_new RENAME TO visit;
CREATE VIEW rooms AS SELECT DISTINCT room FROM visit;

-- migrate:down
DROP VIEW rooms;
CREATE TABLE visit_old (
    id INTEGER PRIMARY KEY,
    guest INTEGER NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
    day TEXT NOT NULL DEFAULT '' CHECK (length(day) < 11),
    room TEXT,
    CHECK (room <> day)
);
UPDATE visit SET day = 'unknown' WHERE day IS NULL OR length(day) > 10;
UPDATE visit SET room = NULL WHERE room = day;
DELETE FROM visit WHERE guest IS NULL;
INSERT INTO visit_old SELECT id, guest, day, room FROM visit;
DROP TABLE visit;
ALTER TABLE visit_old RENAME TO visit;
CREATE INDEX ix_visit_day ON visit (day);
CREATE INDEX ix_visit_room ON visit (lower(room)) WHERE room IS NOT NULL;
CREATE TRIGGER tr_visit_moved AFTER UPDATE OF room ON visit BEGIN
    INSERT INTO move VALUES (new.id, new.room);
END;
CREATE VIEW rooms AS SELECT DISTINCT room FROM visit;
CREATE TRIGGER tr_rooms_in INSTEAD OF INSERT ON rooms BEGIN
    INSERT INTO move VALUES (0, new.room);
END;
