-- Add users and items.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT UNIQUE, born DATE);
CREATE TABLE item (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE, title TEXT NOT NULL, tags TEXT NOT NULL DEFAULT '[]', list INTEGER, price REAL, state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')));
CREATE TABLE node (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES node (id), name TEXT NOT NULL, path TEXT);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE post (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE post_search USING fts5(body, content='post', content_rowid='id');
CREATE TRIGGER post_ai AFTER INSERT ON post BEGIN INSERT INTO post_search(rowid, body) VALUES (new.id, new.body); END;
CREATE TRIGGER post_ad AFTER DELETE ON post BEGIN INSERT INTO post_search(post_search, rowid, body) VALUES ('delete', old.id, old.body); END;
CREATE TRIGGER post_au AFTER UPDATE ON post BEGIN INSERT INTO post_search(post_search, rowid, body) VALUES ('delete', old.id, old.body); INSERT INTO post_search(rowid, body) VALUES (new.id, new.body); END;
CREATE TABLE pair (a INTEGER NOT NULL REFERENCES user (id), b INTEGER NOT NULL REFERENCES user (id), PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE account (id INTEGER PRIMARY KEY, user INTEGER NOT NULL UNIQUE REFERENCES user (id), balance INTEGER NOT NULL DEFAULT 0 CHECK (balance >= 0));

-- migrate:down irreversible
