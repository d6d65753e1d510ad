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

-- migrate:down
DROP TABLE trail;
DROP TABLE memo;
