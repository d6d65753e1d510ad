-- Make a table by a function.
--
-- Revision ID: 020
-- Revises: 001

-- migrate:up transaction:false
SELECT run('BEGIN; CREATE TABLE IF NOT EXISTS own (a); COMMIT');

-- migrate:down transaction:false
SELECT run('DROP TABLE own');
