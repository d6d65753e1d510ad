-- Create memos.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE memo (id INTEGER PRIMARY KEY, title TEXT, body TEXT, changed_at TEXT);
CREATE TABLE trail (memo INTEGER, what TEXT);
CREATE TRIGGER memo_touched AFTER UPDATE OF title ON memo BEGIN
    UPDATE memo SET changed_at = CURRENT_TIMESTAMP WHERE id = new.id;
END;
CREATE TRIGGER memo_removed AFTER DELETE ON memo BEGIN
    INSERT INTO trail VALUES (old.id, 'removed');
END;
CREATE TRIGGER memo_guarded BEFORE INSERT ON memo WHEN new.title IS NULL BEGIN
    SELECT RAISE(IGNORE);
END;
CREATE VIEW titles AS SELECT id, title FROM memo;
CREATE TRIGGER title_added INSTEAD OF INSERT ON titles BEGIN
    INSERT INTO trail VALUES (new.id, new.title);
END;
CREATE VIRTUAL TABLE search USING fts5 (body, content = 'memo', content_rowid = 'id');
CREATE TRIGGER memo_found AFTER UPDATE OF body ON memo BEGIN
    INSERT INTO search (search, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO search (rowid, body) VALUES (new.id, new.body);
END;

-- migrate:down
DROP TABLE search;
DROP VIEW titles;
DROP TABLE trail;
DROP TABLE memo;
