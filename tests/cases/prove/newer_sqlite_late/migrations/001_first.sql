-- Say what is newer only where it is used.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    body TEXT,
    size INTEGER DEFAULT (octet_length('')), -- the application has this one
    made INTEGER DEFAULT (unixepoch())
);
CREATE TABLE format (body TEXT, "unixepoch" INTEGER);
ALTER TABLE note ADD COLUMN title TEXT DEFAULT (format('%s', 'none'));
CREATE VIEW age AS SELECT id FROM (SELECT id, unixepoch() - made AS seconds FROM note);
CREATE TRIGGER note_made AFTER UPDATE OF body ON note WHEN new.made < unixepoch('2001-02-03') BEGIN
    INSERT INTO format (body) VALUES ('unixepoch()');
    UPDATE note SET made = unixepoch('now', 'subsec') WHERE id = new.id;
END;
CREATE VIEW busy AS SELECT count(*) AS notes FROM note HAVING count(*) > 2;
CREATE VIEW twice AS SELECT body, sum(id) OVER (ORDER BY id) FROM note GROUP BY body HAVING count(*) > 1;

-- migrate:down
DROP VIEW twice;
DROP VIEW busy;
DROP VIEW age;
DROP TABLE note;
DROP TABLE format;
