-- Two hints swap two columns: refused, as both names are there.
-- rebuilt: none
-- renamed: item.b from a, item.a from b
-- ==== before
CREATE TABLE item (a TEXT, b TEXT);
-- ==== after
CREATE TABLE item (
    b TEXT, -- @renamed from=a
    a TEXT -- @renamed from=b
);
-- ==== refused
[hint] column item.b: column item.b cannot come from a, which is still in the schema
[hint] column item.a: column item.a cannot come from b, which is still in the schema
