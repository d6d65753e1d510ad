-- Step 004b.
--
-- Revision ID: 004b
-- Revises: 003

-- migrate:up
CREATE INDEX of_more ON t (a, b);
CREATE TRIGGER t_a AFTER UPDATE OF a ON t BEGIN UPDATE t SET b = new.a WHERE a = new.a; END;

-- migrate:down
DROP TRIGGER t_a;
DROP INDEX of_more;
