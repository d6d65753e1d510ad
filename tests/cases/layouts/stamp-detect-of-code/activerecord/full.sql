PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES('environment','production','2026-11-28 12:11:10.656417','2026-11-28 12:11:10.656417');
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('20240301091501');
INSERT INTO schema_migrations VALUES('20240302091502');
INSERT INTO schema_migrations VALUES('20240303091503');
INSERT INTO schema_migrations VALUES('20240304091504');
INSERT INTO schema_migrations VALUES('20240305091505');
INSERT INTO schema_migrations VALUES('20240306091506');
CREATE TABLE IF NOT EXISTS "shelf" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "label" text NOT NULL);
INSERT INTO shelf VALUES(1,'by the door');
INSERT INTO shelf VALUES(2,'under the bench; left side');
INSERT INTO shelf VALUES(3,'attic');
CREATE TABLE price_change (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id) ON DELETE CASCADE,
  old_cents INTEGER NOT NULL,
  new_cents INTEGER NOT NULL,
  direction TEXT NOT NULL
);
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id),
  borrower TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  back_on TEXT
);
CREATE TABLE IF NOT EXISTS "tool" ("id" integer NOT NULL PRIMARY KEY, "shelf_id" integer NOT NULL, "name" text NOT NULL, "price_cents" integer DEFAULT 0, "note" text DEFAULT '' NOT NULL, CONSTRAINT "fk_rails_456fcd2e5e"
FOREIGN KEY ("shelf_id")
  REFERENCES "shelf" ("id")
 ON DELETE CASCADE);
INSERT INTO tool VALUES(1,1,'claw hammer',1250,'');
INSERT INTO tool VALUES(2,1,'try square',990,'');
INSERT INTO tool VALUES(3,2,'bow saw',740,'');
INSERT INTO tool VALUES(4,3,'hand plane',4550,'');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('shelf',3);
CREATE UNIQUE INDEX "index_shelf_on_label" ON "shelf" ("label");
CREATE UNIQUE INDEX loan_open ON loan (tool_id) WHERE back_on IS NULL
;
CREATE INDEX "tool_by_shelf" ON "tool" ("shelf_id");
COMMIT;
