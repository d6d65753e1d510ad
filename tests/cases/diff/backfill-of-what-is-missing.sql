-- A backfill speaks of a column that is not there.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY,
  a TEXT -- @backfill nosuch
);
-- ==== refused
[backfill] column item.a: `@backfill nosuch` is not understood: no such column: nosuch
