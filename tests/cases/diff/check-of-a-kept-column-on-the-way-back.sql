-- What a kept column has to be may well be so, though no row was made up that is.
-- rebuilt: ticket
-- ==== before
CREATE TABLE ticket (id INTEGER PRIMARY KEY, code TEXT CHECK (code LIKE '____-____' AND length(code) = 9), note TEXT CHECK (note IS NULL OR note <> ''));
-- ==== after
CREATE TABLE ticket (id INTEGER PRIMARY KEY, code TEXT);
-- ==== up
-- Table ticket is rebuilt: column code is `code TEXT` instead of
-- `code TEXT CHECK (code LIKE '____-____' AND length(code) = 9)`; column note is dropped.
-- hazard values-lost: column ticket.note: its values are lost
-- hazard table-rewritten: table ticket: all its rows are written anew
CREATE TABLE ticket_new (id INTEGER PRIMARY KEY, code TEXT);
INSERT INTO ticket_new (id, code)
SELECT id, code FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_new RENAME TO ticket;
-- ==== down
-- Table ticket is rebuilt: column code is
-- `code TEXT CHECK (code LIKE '____-____' AND length(code) = 9)` instead of `code TEXT`; column note
-- is added.
-- hazard constraint: table ticket: a row that breaks CHECK (code like '____-____' and length (code) =
-- 9) makes the migration fail
-- hazard table-rewritten: table ticket: all its rows are written anew
CREATE TABLE ticket_new (id INTEGER PRIMARY KEY, code TEXT CHECK (code LIKE '____-____' AND length(code) = 9), note TEXT CHECK (note IS NULL OR note <> ''));
INSERT INTO ticket_new (id, code)
SELECT id, code FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_new RENAME TO ticket;
