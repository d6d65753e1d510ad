-- A hint that names nothing is refused.
-- rebuilt: none
-- renamed: item.title from heading
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=heading
);
-- ==== refused
[hint] column item.title: column item.title cannot come from heading: there was none of that name
