-- Names that need quotes get them.
-- rebuilt: order line
-- ==== before
CREATE TABLE "order line" ("select" INTEGER PRIMARY KEY, [a b] TEXT, "q""t" INT);
CREATE INDEX "my index" ON "order line" ([a b]);
-- ==== after
CREATE TABLE "order line" ("select" INTEGER PRIMARY KEY, [a b] TEXT COLLATE NOCASE, "q""t" INT, "group" TEXT DEFAULT 'x');
CREATE INDEX "my index" ON "order line" ([a b]);
-- ==== up
-- Table order line is rebuilt: column a b is `[a b] TEXT COLLATE NOCASE` instead of `[a b] TEXT`;
-- column group is added.
-- hazard table-rewritten: table order line: all its rows are written anew
CREATE TABLE "order line_new" ("select" INTEGER PRIMARY KEY, [a b] TEXT COLLATE NOCASE, "q""t" INT, "group" TEXT DEFAULT 'x');
INSERT INTO "order line_new" ("select", "a b", "q""t")
SELECT "select", "a b", "q""t" FROM "order line";
DROP TABLE "order line";
ALTER TABLE "order line_new" RENAME TO "order line";
CREATE INDEX "my index" ON "order line" ([a b]);
-- ==== down
-- Table order line is rebuilt: column a b is `[a b] TEXT` instead of `[a b] TEXT COLLATE NOCASE`;
-- column group is dropped.
-- hazard values-lost: column order line.group: its values are lost
-- hazard table-rewritten: table order line: all its rows are written anew
CREATE TABLE "order line_new" ("select" INTEGER PRIMARY KEY, [a b] TEXT, "q""t" INT);
INSERT INTO "order line_new" ("select", "a b", "q""t")
SELECT "select", "a b", "q""t" FROM "order line";
DROP TABLE "order line";
ALTER TABLE "order line_new" RENAME TO "order line";
CREATE INDEX "my index" ON "order line" ([a b]);
