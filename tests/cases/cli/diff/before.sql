CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    age INTEGER
);
CREATE INDEX ix_person_name ON person (name);
CREATE TABLE visit (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person (id), at TEXT);
CREATE TABLE old (a);
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
