PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('ee3d7f50-3ef9-4a37-8f07-c7513b94b93e','30aed2ac0026536ae80acfe6ab768776901b89fc42771b6c3ea5a63d66e9aa95','2026-11-28T12:08:06.641+00:00','20240301091501_create_shelves',NULL,NULL,'2026-11-28T12:08:06.636+00:00',1);
INSERT INTO _prisma_migrations VALUES('6c7af7d7-372f-4f89-874b-1465d3cd1caa','172cf439886dd8479f502b31907c6e748bd75c5089447154152c8ac79dd31efa','2026-11-28T12:08:06.645+00:00','20240302091502_create_tools',NULL,NULL,'2026-11-28T12:08:06.641+00:00',1);
INSERT INTO _prisma_migrations VALUES('ea083f50-6b36-41bc-87e0-523a1c1ef9e7','79748c2f11515899588ae5165264d5ec3ae0ace4fdf02bc81c6cd976c8601c7d','2026-11-28T12:08:06.648+00:00','20240303091503_watch_prices',NULL,NULL,'2026-11-28T12:08:06.646+00:00',1);
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
