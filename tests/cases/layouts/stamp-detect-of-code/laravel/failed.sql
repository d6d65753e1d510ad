PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "migrations" ("id" integer not null primary key autoincrement, "migration" varchar not null, "batch" integer not null);
INSERT INTO migrations VALUES(1,'2024_03_01_091501_create_shelves',1);
INSERT INTO migrations VALUES(2,'2024_03_02_091502_create_tools',1);
INSERT INTO migrations VALUES(3,'2024_03_03_091503_watch_prices',1);
INSERT INTO migrations VALUES(4,'2024_03_04_091504_raise_prices',2);
INSERT INTO migrations VALUES(5,'2024_03_05_091505_create_loans',2);
INSERT INTO migrations VALUES(6,'2024_03_06_091506_describe_tools',2);
CREATE TABLE IF NOT EXISTS "shelf" ("id" integer not null, "label" text not null, primary key ("id"));
INSERT INTO shelf VALUES(1,'by the door');
INSERT INTO shelf VALUES(2,'under the bench; left side');
INSERT INTO shelf VALUES(3,'attic');
CREATE TABLE tool (
  id INTEGER PRIMARY KEY,
  shelf_id INTEGER NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- as printed on it; not unique
  price_cents INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0)
, note TEXT NOT NULL DEFAULT '');
INSERT INTO tool VALUES(1,1,'claw hammer',1250,'');
INSERT INTO tool VALUES(2,1,'try square',990,'');
INSERT INTO tool VALUES(3,2,'bow saw',740,'sharpen; then oil');
INSERT INTO tool VALUES(4,3,'hand plane',4550,'');
CREATE TABLE price_change (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id) ON DELETE CASCADE,
  old_cents INTEGER NOT NULL,
  new_cents INTEGER NOT NULL,
  direction TEXT NOT NULL
);
INSERT INTO price_change VALUES(1,2,890,990,'up');
INSERT INTO price_change VALUES(2,3,640,740,'up');
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id),
  borrower TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  back_on TEXT
);
CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL
);
INSERT INTO tag VALUES(1,'loud');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('migrations',6);
CREATE UNIQUE INDEX "shelf_label_unique" on "shelf" ("label");
CREATE INDEX tool_by_shelf ON tool (shelf_id);
CREATE UNIQUE INDEX loan_open ON loan (tool_id) WHERE back_on IS NULL;
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
