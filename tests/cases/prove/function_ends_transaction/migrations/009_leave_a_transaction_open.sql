-- Leave a transaction open.
--
-- Revision ID: 009
-- Revises: 001

-- migrate:up transaction:false
SELECT run('BEGIN');

-- migrate:down transaction:false
SELECT 1;
