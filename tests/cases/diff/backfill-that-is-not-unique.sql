-- Nor can one value be that of all rows of a unique column.
-- rebuilt: none
-- made up: item.code
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE -- @backfill 'x'
);
-- ==== refused
[backfill] column item.code: `@backfill 'x'` does not fit every row that may be there: UNIQUE constraint failed: item_new.code
