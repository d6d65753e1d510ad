-- What the trigger keeps is left as it is.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE invoice SET vat = 20 WHERE state IS NOT 'sent';

-- migrate:down irreversible
