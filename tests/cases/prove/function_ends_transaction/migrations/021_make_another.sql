-- Make another.
--
-- Revision ID: 021
-- Revises: 001

-- migrate:up
CREATE TABLE other (a);

-- migrate:down
DROP TABLE other;
