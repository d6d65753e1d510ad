-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE card (id INTEGER PRIMARY KEY, said TEXT);
CREATE VIRTUAL TABLE wrapped USING fts5(said, content='card', content_rowid='id', tokenize = "porter app 'of two' words");
CREATE TRIGGER card_said AFTER INSERT ON card BEGIN
    INSERT INTO wrapped (rowid, said) VALUES (new.id, new.said);
END;

-- migrate:down
DROP TABLE wrapped;
DROP TABLE card;
