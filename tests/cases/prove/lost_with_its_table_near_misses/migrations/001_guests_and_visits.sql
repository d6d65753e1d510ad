-- Guests and their visits.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE guest (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE);
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    guest INTEGER REFERENCES guest (id) ON DELETE CASCADE,
    day TEXT CHECK (day <> 'never'),
    room TEXT
);
CREATE INDEX ix_visit_day ON visit (day);
CREATE INDEX ix_visit_room ON visit (room);
CREATE INDEX ix_visit_guest ON visit (guest);
CREATE TABLE move (visit INTEGER, room TEXT);
CREATE TRIGGER tr_visit_moved AFTER UPDATE OF room ON visit BEGIN
    INSERT INTO move VALUES (new.id, new.room);
END;
CREATE TRIGGER tr_visit_in AFTER INSERT ON visit BEGIN
    INSERT INTO move VALUES (new.id, 'first');
END;
CREATE TRIGGER tr_visit_out AFTER DELETE ON visit BEGIN
    DELETE FROM move WHERE visit = old.id;
END;

-- migrate:down irreversible
