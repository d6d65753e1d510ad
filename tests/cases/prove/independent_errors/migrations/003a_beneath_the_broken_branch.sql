-- Beneath the broken branch.
--
-- Revision ID: 003a
-- Revises: 002a

-- migrate:up
This is not even SQL, but nobody gets this far;

-- migrate:down
DROP TABLE c;
