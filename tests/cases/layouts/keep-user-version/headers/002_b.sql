-- Make b.
--
-- Revision ID: 002
-- Revises: 001
-- User version: 8

-- migrate:up
CREATE TABLE b (x);
-- migrate:down irreversible
