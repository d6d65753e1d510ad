-- Everything goes.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE INDEX ix_item ON item (id);
CREATE VIEW items AS SELECT * FROM item;
-- ==== after
-- ==== up
DROP VIEW items;

-- hazard rows-lost: table item: its rows are lost
DROP TABLE item;
-- ==== down
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE INDEX ix_item ON item (id);

CREATE VIEW items AS SELECT * FROM item;
