-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, size INTEGER AS (length(title)), body TEXT DEFAULT (make_body()));
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE VIEW "a note" AS SELECT id, title FROM note;
CREATE TRIGGER "insert" AFTER INSERT ON note BEGIN INSERT INTO tag VALUES (new.id, new.title); END;
CREATE TRIGGER renamed AFTER UPDATE OF "title", body ON note BEGIN UPDATE tag SET name = new.title WHERE id = new.id; END;
CREATE TRIGGER changed AFTER UPDATE ON tag BEGIN SELECT raise(ABORT, 'no') WHERE new.name = ''; END;
CREATE TRIGGER gone BEFORE DELETE ON note FOR EACH ROW WHEN old.title <> '' BEGIN DELETE FROM tag WHERE id = old.id; END;
CREATE TRIGGER "delete" INSTEAD OF DELETE ON "a note" BEGIN DELETE FROM note WHERE id = old.id; END;
CREATE TRIGGER placed INSTEAD OF INSERT ON "a note" BEGIN INSERT INTO note (title) VALUES (new.title); END;
CREATE TRIGGER moved INSTEAD OF UPDATE ON "a note" BEGIN UPDATE note SET title = new.title WHERE id = old.id; END;

-- migrate:down
DROP VIEW "a note";
DROP TABLE tag;
DROP TABLE note;
