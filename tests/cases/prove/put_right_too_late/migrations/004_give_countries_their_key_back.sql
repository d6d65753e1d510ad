-- Give countries their key back.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE UNIQUE INDEX ux_country_code ON country (code);

-- migrate:down
DROP INDEX ux_country_code;
