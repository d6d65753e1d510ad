-- Two columns cannot both be what one was.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY,
  a TEXT, -- @renamed from=name
  b TEXT -- @renamed from=name
);
-- ==== refused
[conversion] column item.b: SQLite does not rename name: no such column: "name"
