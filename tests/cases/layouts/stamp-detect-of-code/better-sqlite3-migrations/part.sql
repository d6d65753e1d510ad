PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE shelf (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
);
INSERT INTO shelf VALUES(1,'by the door');
INSERT INTO shelf VALUES(2,'under the bench; left side');
INSERT INTO shelf VALUES(3,'attic');
CREATE TABLE tool (
  id INTEGER PRIMARY KEY,
  shelf_id INTEGER NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- as printed on it; not unique
  price_cents INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0)
);
INSERT INTO tool VALUES(1,1,'claw hammer',1250);
INSERT INTO tool VALUES(2,1,'try square',890);
INSERT INTO tool VALUES(3,2,'bow saw',640);
INSERT INTO tool VALUES(4,3,'hand plane',4550);
CREATE TABLE price_change (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id) ON DELETE CASCADE,
  old_cents INTEGER NOT NULL,
  new_cents INTEGER NOT NULL,
  direction TEXT NOT NULL
);
CREATE INDEX tool_by_shelf ON tool (shelf_id);
CREATE TRIGGER tool_price_watch AFTER UPDATE OF price_cents ON tool
WHEN old.price_cents <> new.price_cents
BEGIN
  INSERT INTO price_change (tool_id, old_cents, new_cents, direction)
  VALUES (new.id, old.price_cents, new.price_cents,
          CASE WHEN new.price_cents > old.price_cents THEN 'up' ELSE 'down' END);
  -- twenty are kept; older ones go
  DELETE FROM price_change WHERE id <= (SELECT max(id) FROM price_change) - 20;
END
;
COMMIT;
