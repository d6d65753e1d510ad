-- Who comes.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE, -- in full
    age INTEGER,
    level INTEGER NOT NULL -- @backfill coalesce(age, 0) / 10
);
CREATE INDEX ix_person_name ON person (name);
CREATE TABLE visit (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person (id), at TEXT, note TEXT);
CREATE VIEW recent AS SELECT * FROM visit WHERE at > '2026';
