-- Add notes, with names in single quotes where nothing but a name can stand.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, "[old]" TEXT, 'it''s' TEXT, UNIQUE ('title'));
CREATE TABLE trail (n INTEGER, FOREIGN KEY ('n') REFERENCES 'note' ('id'));
CREATE INDEX 'by title' ON 'note' ('title' COLLATE nocase, 'it''s' DESC);
CREATE TRIGGER retitled BEFORE UPDATE OF 'title', 'id' ON 'note' BEGIN INSERT INTO 'trail' ('n') VALUES (1); END;
CREATE TRIGGER odd AFTER UPDATE OF 'it''s' ON note BEGIN UPDATE 'trail' SET 'n' = 2; END;
CREATE TRIGGER bracketed AFTER UPDATE OF "[old]" ON note BEGIN DELETE FROM 'trail'; END;
CREATE VIEW titles AS SELECT title FROM 'note' JOIN 'trail';
CREATE TRIGGER 'last' INSTEAD OF UPDATE OF 'title' ON titles BEGIN SELECT 'title'; END;

-- migrate:down
DROP VIEW titles;
DROP TABLE trail;
DROP TABLE note;
