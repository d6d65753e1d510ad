-- Copy users by way of temporary objects.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TEMP TABLE "old user" AS SELECT * FROM user;
CREATE INDEX temp.ix_old ON "old user" (id);
CREATE TEMPORARY VIEW names AS SELECT id FROM user;
CREATE TEMP TRIGGER tr_user AFTER INSERT ON user BEGIN SELECT 1; END;
DROP VIEW names;
ALTER TABLE user ADD COLUMN seen INTEGER;

-- migrate:down
ALTER TABLE user DROP COLUMN seen;
CREATE TABLE temp.gone (a);
