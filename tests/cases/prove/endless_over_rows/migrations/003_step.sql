-- Step 003.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE VIEW up AS WITH RECURSIVE up (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM up) SELECT i FROM up;
CREATE TRIGGER folder_depth AFTER INSERT ON folder BEGIN
    UPDATE folder SET depth = (SELECT count(*) FROM up) WHERE id = new.id;
END;

-- migrate:down irreversible
