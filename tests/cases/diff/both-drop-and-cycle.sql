-- A column is dropped, and a circle of references is closed.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- hazard values-lost: column item.gone: its values are lost
ALTER TABLE item ADD COLUMN box INTEGER REFERENCES box (id);
ALTER TABLE item DROP COLUMN gone;
-- ==== down
-- hazard values-lost: column item.box: its values are lost
ALTER TABLE item ADD COLUMN gone TEXT;
ALTER TABLE item DROP COLUMN box;
