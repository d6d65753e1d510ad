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
INSERT INTO _prisma_migrations VALUES('defdbddc-11b9-4a78-9ef3-cc5d3fc84ab5','30aed2ac0026536ae80acfe6ab768776901b89fc42771b6c3ea5a63d66e9aa95','2026-11-28T12:05:35.730+00:00','20240301091501_create_shelves',NULL,NULL,'2026-11-28T12:05:35.677+00:00',1);
INSERT INTO _prisma_migrations VALUES('89c30840-532e-4a71-ad7d-96a9f6d3b2cf','172cf439886dd8479f502b31907c6e748bd75c5089447154152c8ac79dd31efa','2026-11-28T12:05:35.752+00:00','20240302091502_create_tools',NULL,NULL,'2026-11-28T12:05:35.738+00:00',1);
INSERT INTO _prisma_migrations VALUES('5049273e-4271-4d45-9eb3-26952b686e39','79748c2f11515899588ae5165264d5ec3ae0ace4fdf02bc81c6cd976c8601c7d','2026-11-28T12:05:35.765+00:00','20240303091503_watch_prices',NULL,NULL,'2026-11-28T12:05:35.754+00:00',1);
INSERT INTO _prisma_migrations VALUES('f16a96c4-656f-4b42-ab2c-8288aa508294','36710c7dff0888b206239a7184c21ecdd02703a34fc1cf7657a2de6cdcf80004','2026-11-28T12:05:35.775+00:00','20240304091504_raise_prices',NULL,NULL,'2026-11-28T12:05:35.769+00:00',1);
INSERT INTO _prisma_migrations VALUES('3a73102b-407a-476b-84b4-72941337855c','d6b075e72bf1483c9fce6846909aaaa03ef5d55b82715af2595d9ff2f421e1ff','2026-11-28T12:05:35.782+00:00','20240305091505_create_loans',NULL,NULL,'2026-11-28T12:05:35.775+00:00',1);
INSERT INTO _prisma_migrations VALUES('4044919e-8a16-4d51-af77-bac3d853d50a','108d93bccdaeab7b9c6a9ae632ea3328ba24a8130bf5592dec58dddd27ce52a3','2026-11-28T12:05:35.790+00:00','20240306091506_describe_tools',NULL,NULL,'2026-11-28T12:05:35.783+00:00',1);
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
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id),
  borrower TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  back_on TEXT
);
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
