-- What never could differ in its case.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE room SET name = upper(name);
UPDATE code SET code = trim(code);
CREATE UNIQUE INDEX ux_code ON code (lower(code));

-- migrate:down
DROP INDEX ux_code;
