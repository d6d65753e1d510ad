-- Nothing in common: the rows are as many.
-- rebuilt: none
-- ==== before
CREATE TABLE item (a INTEGER, b TEXT);
-- ==== after
CREATE TABLE item (c TEXT, d INTEGER DEFAULT 4);
-- ==== up
-- hazard values-lost: column item.a: its values are lost
-- hazard values-lost: column item.b: its values are lost
ALTER TABLE item ADD COLUMN c TEXT;
ALTER TABLE item ADD COLUMN d INTEGER DEFAULT 4;
ALTER TABLE item DROP COLUMN a;
ALTER TABLE item DROP COLUMN b;
-- ==== down
-- hazard values-lost: column item.c: its values are lost
-- hazard values-lost: column item.d: its values are lost
ALTER TABLE item ADD COLUMN a INTEGER;
ALTER TABLE item ADD COLUMN b TEXT;
ALTER TABLE item DROP COLUMN c;
ALTER TABLE item DROP COLUMN d;
