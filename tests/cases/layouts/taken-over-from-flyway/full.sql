PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','create shelves','SQL','V1__create_shelves.sql',-15257670,'planner','2026-11-28 12:18:00.353',1,1);
INSERT INTO flyway_schema_history VALUES(2,'2','create tools','SQL','V2__create_tools.sql',-222264900,'planner','2026-11-28 12:18:00.360',1,1);
INSERT INTO flyway_schema_history VALUES(3,'3','watch prices','SQL','V3__watch_prices.sql',1857788377,'planner','2026-11-28 12:18:00.368',1,1);
INSERT INTO flyway_schema_history VALUES(4,'4','raise prices','SQL','V4__raise_prices.sql',1440027500,'planner','2026-11-28 12:18:00.372',0,1);
INSERT INTO flyway_schema_history VALUES(5,'4.1','create loans','SQL','V4.1__create_loans.sql',-1498883925,'planner','2026-11-28 12:18:00.375',0,1);
INSERT INTO flyway_schema_history VALUES(6,'10','describe tools','SQL','V10__describe_tools.sql',-408181961,'planner','2026-11-28 12:18:00.379',0,1);
INSERT INTO flyway_schema_history VALUES(7,NULL,'open loans','SQL','R__open_loans.sql',1503535869,'planner','2026-11-28 12:18:00.386',0,1);
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
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
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
CREATE VIEW open_loans AS SELECT borrower, taken_on FROM loan WHERE back_on IS NULL;
COMMIT;
