-- Numbers from 1 again.
--
-- Revision ID: 004
-- Revises: 003

-- headway:allow renumbered nothing refers to animals
-- migrate:up
CREATE TABLE beast (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id), name TEXT);
INSERT INTO beast (owner, name) SELECT owner, name FROM animal;
DROP TABLE animal;

-- migrate:down irreversible
