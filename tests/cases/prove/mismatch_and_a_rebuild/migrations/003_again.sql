-- That there is no way back does not say that the rows of a table that stays are to go.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DROP TABLE other;
CREATE TABLE other (id INTEGER PRIMARY KEY, v TEXT);
DROP TABLE page;

-- migrate:down irreversible
