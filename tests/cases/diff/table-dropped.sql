-- A table goes with its indexes and triggers.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE log (at TEXT, what TEXT);
CREATE INDEX ix_log_at ON log (at);
CREATE TRIGGER log_first AFTER INSERT ON log BEGIN UPDATE log SET at = lower(new.at) WHERE at = new.at; END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- hazard rows-lost: table log: its rows are lost
DROP TABLE log;
-- ==== down
CREATE TABLE log (at TEXT, what TEXT);
CREATE INDEX ix_log_at ON log (at);

CREATE TRIGGER log_first AFTER INSERT ON log BEGIN UPDATE log SET at = lower(new.at) WHERE at = new.at; END;
