-- Add a gauge.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE gauge (v REAL) STRICT;
CREATE TABLE loose (v REAL);

-- migrate:down
DROP TABLE loose;
DROP TABLE gauge;
