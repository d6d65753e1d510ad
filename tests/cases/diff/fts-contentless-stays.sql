-- It stays while others change.
-- rebuilt: none
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(title, content='');
CREATE TABLE item (a);
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(title, content='');
CREATE TABLE item (a, b);
-- ==== up
ALTER TABLE item ADD COLUMN b;
-- ==== down
-- hazard values-lost: column item.b: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN b;
