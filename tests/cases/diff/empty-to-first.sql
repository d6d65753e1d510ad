-- The first schema comes from nothing.
-- rebuilt: none
-- ==== before
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE INDEX ix_item ON item (id);
CREATE VIEW items AS SELECT * FROM item;
-- ==== up
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE INDEX ix_item ON item (id);

CREATE VIEW items AS SELECT * FROM item;
-- ==== down
DROP VIEW items;

-- hazard rows-lost: table item: its rows are lost
DROP TABLE item;
