-- Take the key of countries away.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP INDEX ux_country_code;

-- migrate:down
CREATE UNIQUE INDEX ux_country_code ON country (code);
