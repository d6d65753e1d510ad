-- Loans go before their readers.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM loan WHERE reader IN (SELECT id FROM reader WHERE active = 0);
DELETE FROM reader WHERE active = 0;

-- migrate:down irreversible
