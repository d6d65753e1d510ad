-- Add doors, which is proven over the index that 002 has made.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DROP INDEX ix_room_floor;

-- migrate:down
CREATE INDEX ix_room_floor ON room (floor);
