-- Make names of rivers unique.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE UNIQUE INDEX ux_river_name ON river (name);

-- migrate:down
DROP INDEX ux_river_name;
