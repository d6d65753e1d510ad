-- Some invoices are kept from being changed by a trigger.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE invoice SET vat = 20;

-- migrate:down irreversible
