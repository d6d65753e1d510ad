-- Rebuild notes; its objects come back with other quotes.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT, "[old]" TEXT, [it's] TEXT, UNIQUE (title));
INSERT INTO new SELECT * FROM note;
DROP VIEW titles;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
CREATE INDEX "by title" ON note (title COLLATE nocase, "it's" DESC);
CREATE TRIGGER retitled BEFORE UPDATE OF title, id ON note BEGIN INSERT INTO trail (n) VALUES (1); END;
CREATE TRIGGER odd AFTER UPDATE OF [it's] ON note BEGIN UPDATE trail SET 'n' = 2; END;
CREATE TRIGGER bracketed AFTER UPDATE OF `[old]` ON note BEGIN DELETE FROM trail; END;
CREATE VIEW titles AS SELECT title FROM note JOIN trail;
CREATE TRIGGER last INSTEAD OF UPDATE OF title ON titles BEGIN SELECT 'title'; END;

-- migrate:down
SELECT 'nothing has changed but quotes';
