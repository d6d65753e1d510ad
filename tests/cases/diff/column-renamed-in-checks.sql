-- Checks, computed columns and references follow a renamed column.
-- rebuilt: none
-- renamed: item.count from n
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER UNIQUE CHECK (n > 0), twice INTEGER AS (n * 2));
CREATE TABLE part (item INTEGER REFERENCES item (n));
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    -- @renamed from=n
    count INTEGER UNIQUE CHECK (count > 0),
    twice INTEGER AS (count * 2)
);
CREATE TABLE part (item INTEGER REFERENCES item (count));
-- ==== up
ALTER TABLE item RENAME COLUMN n TO count;
-- ==== down
ALTER TABLE item RENAME COLUMN count TO n;
