-- Add a view of what comes later.
--
-- Revision ID: 002
-- Revises: 001

-- headway:allow broken 003 adds the table

-- migrate:up
CREATE VIEW later AS SELECT * FROM future;

-- migrate:down
DROP VIEW later;
