PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
INSERT INTO kysely_migration VALUES('2024-03-01_create_shelves','2026-11-28T12:04:56.807Z');
INSERT INTO kysely_migration VALUES('2024-03-02_create_tools','2026-11-28T12:04:56.810Z');
INSERT INTO kysely_migration VALUES('2024-03-03_watch_prices','2026-11-28T12:04:56.812Z');
INSERT INTO kysely_migration VALUES('2024-03-04_raise_prices','2026-11-28T12:04:56.814Z');
INSERT INTO kysely_migration VALUES('2024-03-05_create_loans','2026-11-28T12:04:56.817Z');
INSERT INTO kysely_migration VALUES('2024-03-06_describe_tools','2026-11-28T12:04:56.819Z');
CREATE TABLE IF NOT EXISTS "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration_lock VALUES('migration_lock',0);
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
CREATE TABLE IF NOT EXISTS "loan" ("id" integer primary key, "tool_id" integer not null references "tool" ("id"), "borrower" text not null, "taken_on" text not null, "back_on" text);
CREATE INDEX tool_by_shelf ON tool (shelf_id);
CREATE UNIQUE INDEX "loan_open" on "loan" ("tool_id") where "back_on" is null;
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
