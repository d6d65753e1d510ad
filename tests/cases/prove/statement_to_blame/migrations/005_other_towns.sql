-- Make a view anew without what another reads.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE VIEW places AS SELECT town AS place FROM towns;
DROP VIEW towns;
CREATE VIEW towns AS SELECT id, code FROM Club;

-- migrate:down irreversible
