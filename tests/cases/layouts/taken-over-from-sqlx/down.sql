PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO _sqlx_migrations VALUES(20240301091501,'create shelves','2026-11-28 12:23:51',1,X'6158125793a620cc2b9ef94988f450280b204748704a79b9e6f10a2e4a4406aaf55a9ef652f712ecc2c40d0683a6b3e4',1349923);
INSERT INTO _sqlx_migrations VALUES(20240302091502,'create tools','2026-11-28 12:23:51',1,X'b41676e55e99d3bc1e97a3c12efcae809a086805849d7b68fec4ad755f140d4a6c8b18364dbb4539c84ce3f4b975a405',1407470);
INSERT INTO _sqlx_migrations VALUES(20240303091503,'watch prices','2026-11-28 12:23:51',1,X'37f0cca706e854750a23e5a0129f4e39494c280e60ada6faa07da427e57d4ca12f0dbb6c31258a48e793687b9fc16056',1447559);
INSERT INTO _sqlx_migrations VALUES(20240304091504,'raise prices','2026-11-28 12:23:51',1,X'86ffa6fcd2261f37a39890641ce5ef076102385115795ec1f9bc83751552b275af78ba74964c7b69e1a4d7e5fc64080f',1322492);
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
INSERT INTO tool VALUES(2,1,'try square',990);
INSERT INTO tool VALUES(3,2,'bow saw',740);
INSERT INTO tool VALUES(4,3,'hand plane',4550);
CREATE TABLE price_change (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id) ON DELETE CASCADE,
  old_cents INTEGER NOT NULL,
  new_cents INTEGER NOT NULL,
  direction TEXT NOT NULL
);
INSERT INTO price_change VALUES(1,2,890,990,'up');
INSERT INTO price_change VALUES(2,3,640,740,'up');
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
