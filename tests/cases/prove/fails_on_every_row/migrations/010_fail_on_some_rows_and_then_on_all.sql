-- Fail on some rows and then on all.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE UNIQUE INDEX ux_shelf_name ON shelf (name);
ALTER TABLE shelf ADD COLUMN depth INTEGER DEFAULT 0 CHECK (depth > 10);

-- migrate:down irreversible
