-- So do names by an index.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE UNIQUE INDEX ux_room_name ON room (lower(name));

-- migrate:down
DROP INDEX ux_room_name;
