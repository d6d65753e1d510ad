-- Visits have no room any more: what spoke of it goes, one index by name, one for a longer one, and triggers
-- for others; a CHECK is written otherwise, and UNIQUE becomes a unique index.
--
-- headway:allow drop-column nobody has ever asked for the room
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP INDEX ix_visit_day;
DROP TRIGGER tr_visit_in;
CREATE TABLE visit_new (
    id INTEGER PRIMARY KEY,
    guest INTEGER REFERENCES guest (id) ON DELETE SET NULL,
    day TEXT CHECK (day NOT IN ('never', 'nowhere'))
);
INSERT INTO visit_new SELECT id, guest, iif(day = 'nowhere', NULL, day) FROM visit;
DROP TABLE visit;
ALTER TABLE visit_new RENAME TO visit;
CREATE INDEX ix_visit_guest_day ON visit (guest, day);
CREATE TRIGGER tr_visit_gone AFTER DELETE ON visit BEGIN
    DELETE FROM move WHERE visit = old.id;
END;
CREATE TABLE guest_new (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, phone TEXT);
INSERT INTO guest_new (id, mail) SELECT id, mail FROM guest;
DROP TABLE guest;
ALTER TABLE guest_new RENAME TO guest;
CREATE UNIQUE INDEX ux_guest_mail ON guest (mail);

-- migrate:down irreversible
