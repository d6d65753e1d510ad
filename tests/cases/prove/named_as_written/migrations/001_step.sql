-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE "Order Item" ("Item Id" INTEGER PRIMARY KEY, Note TEXT, "User Name" TEXT);
CREATE TABLE Part (ItemId INTEGER REFERENCES "Order Item" ("Item Id"));
CREATE VIEW "My View" AS SELECT Note FROM "Order Item";
INSERT INTO "Order Item" ("Item Id") VALUES (1);
INSERT INTO Part VALUES (1);

-- migrate:down irreversible
