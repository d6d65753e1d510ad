-- A nullable last column is added by ALTER, whatever the CHECKs ask of rows.
-- rebuilt: none
-- ==== before
CREATE TABLE code (
    id INTEGER PRIMARY KEY CHECK (id > 1000000 AND id % 7919 = 13),
    word TEXT NOT NULL CHECK (word GLOB '[0-9][0-9]-[A-Z]*' AND length(word) = 17 AND instr(word, 'zz') = 5)
);
-- ==== after
CREATE TABLE code (
    id INTEGER PRIMARY KEY CHECK (id > 1000000 AND id % 7919 = 13),
    word TEXT NOT NULL CHECK (word GLOB '[0-9][0-9]-[A-Z]*' AND length(word) = 17 AND instr(word, 'zz') = 5),
    note TEXT
);
-- ==== up
-- hazard unproven: table code: no row could be made up that the table can hold before and after; its
-- rows were not tried
ALTER TABLE code ADD COLUMN note TEXT;
-- ==== down
-- hazard values-lost: column code.note: its values are lost
-- hazard table-rewritten: table code: all its rows are written anew
-- hazard unproven: table code: no row could be made up that the table can hold before and after; its
-- rows were not tried
ALTER TABLE code DROP COLUMN note;
