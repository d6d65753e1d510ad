-- Defaults are no data.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE visit (id INTEGER PRIMARY KEY, token TEXT DEFAULT (hex(randomblob(4))), at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER tr_visit AFTER INSERT ON visit BEGIN UPDATE visit SET at = datetime('now') WHERE id = new.id; END;
INSERT INTO visit (id) VALUES (1);
UPDATE user SET status = datetime('2001-02-03', '+1 day') || ' random() now';

-- migrate:down
DROP TABLE visit;
