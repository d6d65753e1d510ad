-- Things.
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER DEFAULT 1
);
CREATE UNIQUE INDEX thing_name ON "thing" (name);

CREATE VIEW named AS SELECT id FROM thing WHERE name IS NOT NULL;

CREATE TRIGGER kept BEFORE DELETE ON thing BEGIN
    SELECT raise(ABORT, 'never');
END;
