PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO refinery_schema_history VALUES(1,'create_shelves','2026-11-28T12:14:05.325446186Z','1335065760960727500');
INSERT INTO refinery_schema_history VALUES(2,'create_tools','2026-11-28T12:14:05.325467007Z','8831598931160026238');
INSERT INTO refinery_schema_history VALUES(4,'raise_prices','2026-11-28T12:14:05.325469571Z','1153166298845216487');
INSERT INTO refinery_schema_history VALUES(5,'create_loans','2026-11-28T12:14:05.325471544Z','3913807202261442879');
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
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  tool_id INTEGER NOT NULL REFERENCES tool (id),
  borrower TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  back_on TEXT
);
CREATE INDEX tool_by_shelf ON tool (shelf_id);
CREATE UNIQUE INDEX loan_open ON loan (tool_id) WHERE back_on IS NULL;
COMMIT;
