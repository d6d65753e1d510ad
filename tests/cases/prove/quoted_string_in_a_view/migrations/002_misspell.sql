-- Two views that read a text instead of a column.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE VIEW "as" AS SELECT id, "Usr Name" AS name FROM user;
CREATE VIEW IF NOT EXISTS later (id, name) AS
WITH known AS (SELECT * FROM user)
SELECT id, upper("UserName") FROM known;

-- migrate:down
DROP VIEW later;
DROP VIEW "as";
