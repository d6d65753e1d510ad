-- Quote names.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE "order" ("group" TEXT DEFAULT 'none' CHECK ("group" <> '"all"'), [index] INTEGER);
INSERT INTO "order" ("group") SELECT "user"."name" AS "alias" FROM "user" ORDER BY "alias";
-- a comment that says "nothing"
INSERT INTO user (name) VALUES ('a "quoted" word');

-- migrate:down
DELETE FROM user WHERE "name" = 'a "quoted" word';
DROP TABLE "order";
