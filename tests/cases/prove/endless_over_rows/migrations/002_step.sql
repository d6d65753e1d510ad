-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE note (a);
UPDATE folder SET depth = (
    WITH RECURSIVE up (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM up) SELECT max(i) FROM up);

-- migrate:down irreversible
