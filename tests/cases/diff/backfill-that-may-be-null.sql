-- A backfill that is NULL for some row is refused.
-- rebuilt: none
-- made up: item.decade
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, age INTEGER);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    age INTEGER,
    decade INTEGER NOT NULL -- @backfill age / 10
);
-- ==== refused
[backfill] column item.decade: `@backfill age / 10` does not fit every row that may be there: NOT NULL constraint failed: item_new.decade
