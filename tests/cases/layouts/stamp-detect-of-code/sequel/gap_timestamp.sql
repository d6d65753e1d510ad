PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE `schema_migrations` (`filename` varchar(255) NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('20240301091501_create_shelves.rb');
INSERT INTO schema_migrations VALUES('20240302091502_create_tools.rb');
INSERT INTO schema_migrations VALUES('20240304091504_raise_prices.rb');
INSERT INTO schema_migrations VALUES('20240305091505_create_loans.rb');
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
