-- A backfill is one expression and nothing behind it.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY,
  a TEXT, -- @backfill id WHERE id > 7
  b TEXT, -- @backfill id, a = 2
  c TEXT, -- @backfill (id
  d TEXT -- @backfill id) + (1
);
-- ==== refused
[hint] : @backfill needs one expression and nothing else, as in `-- @backfill 0`
[hint] : @backfill needs one expression and nothing else, as in `-- @backfill 0`
[hint] : @backfill needs one expression and nothing else, as in `-- @backfill 0`
[hint] : @backfill needs one expression and nothing else, as in `-- @backfill 0`
