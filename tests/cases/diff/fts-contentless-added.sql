-- It is created empty.
-- rebuilt: none
-- ==== before
CREATE TABLE item (a);
-- ==== after
CREATE TABLE item (a);
CREATE VIRTUAL TABLE search USING fts5(title, content='');
-- ==== up
CREATE VIRTUAL TABLE search USING fts5(title, content='');
-- ==== down
-- hazard rows-lost: table search: its rows are lost
DROP TABLE search;
