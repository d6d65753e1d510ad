-- Count without an end.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE total (n INTEGER);
INSERT INTO total
WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up)
SELECT max(n) FROM up;

-- migrate:down
DROP TABLE total;
