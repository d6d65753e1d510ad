-- Make all that one refers to at once.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE stop (id INTEGER PRIMARY KEY, line TEXT NOT NULL REFERENCES line (name));
CREATE TABLE line (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO stop VALUES (1, 'U1');
INSERT INTO line VALUES (1, 'U1'), (2, 'U2');
CREATE UNIQUE INDEX ux_line_name ON line (name);
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (length(name) = 2));
INSERT INTO new SELECT * FROM line;
DROP TABLE line;
ALTER TABLE new RENAME TO line;

-- migrate:down
DROP TABLE stop;
DROP TABLE line;
