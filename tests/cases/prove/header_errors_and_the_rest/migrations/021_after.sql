-- It needs what is missing, and is not judged.
--
-- Revision ID: 021
-- Revises: 020

-- migrate:up
ALTER TABLE lost ADD COLUMN more;

-- migrate:down
ALTER TABLE lost DROP COLUMN more;
