-- A backfill that cannot be computed for some row is told at its hint.
-- rebuilt: none
-- ==== before
CREATE TABLE part (id INTEGER PRIMARY KEY, data TEXT);
-- ==== after
CREATE TABLE part (id INTEGER PRIMARY KEY, data TEXT,
  a TEXT, -- @backfill upper(data)
  x TEXT -- @backfill json_extract(data, '$.x')
);
-- ==== refused
[backfill] column part.x: `@backfill json_extract(data, '$.x')` cannot be computed for every row that may be there: malformed JSON. Let it say what such a row gets, as by CASE WHEN … THEN … END
