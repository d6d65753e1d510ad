-- Give countries their key back.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE UNIQUE INDEX ux_country_code ON country (code);

-- migrate:down
DROP INDEX ux_country_code;
