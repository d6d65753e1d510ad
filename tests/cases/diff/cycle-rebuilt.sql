-- Two tables that refer to each other are both rebuilt.
-- rebuilt: a, b
-- ==== before
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
-- ==== after
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id) ON DELETE SET NULL);
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id) ON DELETE SET NULL);
-- ==== up
-- Table a is rebuilt: column b is `b INTEGER REFERENCES b (id) ON DELETE SET NULL` instead of
-- `b INTEGER REFERENCES b (id)`.
-- hazard table-rewritten: table a: all its rows are written anew
CREATE TABLE a_new (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id) ON DELETE SET NULL);
INSERT INTO a_new (id, b)
SELECT id, b FROM a;
DROP TABLE a;
ALTER TABLE a_new RENAME TO a;

-- Table b is rebuilt: column a is `a INTEGER REFERENCES a (id) ON DELETE SET NULL` instead of
-- `a INTEGER REFERENCES a (id)`.
-- hazard table-rewritten: table b: all its rows are written anew
CREATE TABLE b_new (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id) ON DELETE SET NULL);
INSERT INTO b_new (id, a)
SELECT id, a FROM b;
DROP TABLE b;
ALTER TABLE b_new RENAME TO b;
-- ==== down
-- Table a is rebuilt: column b is `b INTEGER REFERENCES b (id)` instead of
-- `b INTEGER REFERENCES b (id) ON DELETE SET NULL`.
-- hazard table-rewritten: table a: all its rows are written anew
CREATE TABLE a_new (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
INSERT INTO a_new (id, b)
SELECT id, b FROM a;
DROP TABLE a;
ALTER TABLE a_new RENAME TO a;

-- Table b is rebuilt: column a is `a INTEGER REFERENCES a (id)` instead of
-- `a INTEGER REFERENCES a (id) ON DELETE SET NULL`.
-- hazard table-rewritten: table b: all its rows are written anew
CREATE TABLE b_new (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
INSERT INTO b_new (id, a)
SELECT id, a FROM b;
DROP TABLE b;
ALTER TABLE b_new RENAME TO b;
