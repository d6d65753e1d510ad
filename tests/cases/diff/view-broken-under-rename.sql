-- Nor in that of a renaming.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (id INTEGER PRIMARY KEY);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
