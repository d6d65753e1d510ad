-- Numbers in the order of names.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE animal (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id), name TEXT);
INSERT INTO animal SELECT row_number() OVER (ORDER BY name), owner, name FROM dog;
DROP TABLE dog;

-- migrate:down irreversible
