PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "yoyo_lock" (locked INT DEFAULT 1, ctime TIMESTAMP,pid INT NOT NULL,PRIMARY KEY (locked));
CREATE TABLE IF NOT EXISTS "_yoyo_log" ( id VARCHAR(36), migration_hash VARCHAR(64), migration_id VARCHAR(255), operation VARCHAR(10), username VARCHAR(255), hostname VARCHAR(255), comment VARCHAR(255), created_at_utc TIMESTAMP, PRIMARY KEY (id));
INSERT INTO _yoyo_log VALUES('75908616-eb24-11f1-9d69-020000000001','672425c239883797b9a8e4af1c3b9bb0098983a4d7e4e5f2ec4c2880d840f9e1','0001.create_shelves','apply','planner','workbench',NULL,'2026-11-28 12:08:44.896560');
INSERT INTO _yoyo_log VALUES('75912fa8-eb24-11f1-9d69-020000000001','039d0612cc86bd0db3115e17681f2e25a7500d2c004355fd9e8c1c9b71d6d2de','0002.create_tools','apply','planner','workbench',NULL,'2026-11-28 12:08:44.899812');
INSERT INTO _yoyo_log VALUES('7591a44c-eb24-11f1-9d69-020000000001','97c1f38e7c2480e990db036fb47ed8085c6482d850f87a6f6773b6ebb4a7685b','0003.watch_prices','apply','planner','workbench',NULL,'2026-11-28 12:08:44.902761');
CREATE TABLE IF NOT EXISTS "_yoyo_version" (version INT NOT NULL PRIMARY KEY, installed_at_utc TIMESTAMP);
INSERT INTO _yoyo_version VALUES(2,'2026-11-28 12:08:44.888873');
CREATE TABLE IF NOT EXISTS "_yoyo_migration" ( migration_hash VARCHAR(64), migration_id VARCHAR(255), applied_at_utc TIMESTAMP, PRIMARY KEY (migration_hash));
INSERT INTO _yoyo_migration VALUES('672425c239883797b9a8e4af1c3b9bb0098983a4d7e4e5f2ec4c2880d840f9e1','0001.create_shelves','2026-11-28 12:08:44.897564');
INSERT INTO _yoyo_migration VALUES('039d0612cc86bd0db3115e17681f2e25a7500d2c004355fd9e8c1c9b71d6d2de','0002.create_tools','2026-11-28 12:08:44.900645');
INSERT INTO _yoyo_migration VALUES('97c1f38e7c2480e990db036fb47ed8085c6482d850f87a6f6773b6ebb4a7685b','0003.watch_prices','2026-11-28 12:08:44.903599');
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
