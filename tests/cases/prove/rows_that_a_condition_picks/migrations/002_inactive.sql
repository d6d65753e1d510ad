-- Readers go whose loans stay.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM reader WHERE active = 0;

-- migrate:down irreversible
