-- One of a circle is renamed.
-- rebuilt: none
-- renamed: c from a
-- ==== before
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
-- ==== after
-- @renamed from=a
CREATE TABLE c (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES c (id));
-- ==== up
ALTER TABLE a RENAME TO c;
-- ==== down
ALTER TABLE c RENAME TO a;
