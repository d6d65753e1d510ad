-- Add triggers that cannot work.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TRIGGER of_nothing AFTER UPDATE OF 'titel' ON note BEGIN SELECT 1; END;
CREATE TRIGGER sets_nothing AFTER INSERT ON note BEGIN UPDATE note SET 'titel' = 1; END;

-- migrate:down
DROP TRIGGER sets_nothing;
DROP TRIGGER of_nothing;
