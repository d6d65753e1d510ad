-- Nothing in common: the rows are as many.
-- rebuilt: none
-- ==== before
CREATE TABLE item (a INTEGER, b TEXT);
-- ==== after
CREATE TABLE item (c TEXT, d INTEGER DEFAULT 4);
-- ==== up
ALTER TABLE item ADD COLUMN c TEXT;
ALTER TABLE item ADD COLUMN d INTEGER DEFAULT 4;
-- hazard values-lost: column item.a: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN a;
-- hazard values-lost: column item.b: its values are lost
ALTER TABLE item DROP COLUMN b;
-- ==== down
ALTER TABLE item ADD COLUMN a INTEGER;
ALTER TABLE item ADD COLUMN b TEXT;
-- hazard values-lost: column item.c: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN c;
-- hazard values-lost: column item.d: its values are lost
ALTER TABLE item DROP COLUMN d;
