-- Revison ID: 002
-- Revises: 0 01
-- Create Date: soon
SELECT 1;
-- Migrate:up now
SELECT 2; -- migrate:down irreversible
SELECT [x
