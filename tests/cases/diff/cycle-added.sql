-- Two new tables refer to each other.
-- rebuilt: none
-- ==== before
-- ==== after
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED);
-- ==== up
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));

CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED);
-- ==== down
-- hazard rows-lost: table b: its rows are lost
DROP TABLE b;

-- hazard rows-lost: table a: its rows are lost
DROP TABLE a;
