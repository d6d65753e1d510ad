-- A default that is computed, of another type than its column, fits no row.
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, made INTEGER NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT;
-- ==== refused
[conversion] table item: table item can keep no row, since SQLite refuses each: cannot store TEXT value in INTEGER column item.made. Correct the DEFAULT or the constraint, or say what the column is in the rows that exist, on its line in the schema: `-- @backfill EXPRESSION`
