-- Some words.
  --  +goose UP
CREATE TABLE t2 (x);
