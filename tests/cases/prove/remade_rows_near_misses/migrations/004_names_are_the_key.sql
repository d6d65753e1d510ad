-- Another key, which dogs follow.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE keeper (name TEXT PRIMARY KEY, number INTEGER);
INSERT INTO keeper (name, number) SELECT name || ' ' || id, id FROM owner;
CREATE TABLE dog_new (id INTEGER PRIMARY KEY, keeper TEXT NOT NULL REFERENCES keeper (name), name TEXT);
INSERT INTO dog_new (id, keeper, name)
SELECT dog.id, keeper.name, dog.name FROM dog JOIN keeper ON keeper.number = dog.owner;
DROP TABLE dog;
DROP TABLE owner;
ALTER TABLE dog_new RENAME TO dog;
ALTER TABLE keeper RENAME TO owner;

-- migrate:down irreversible
