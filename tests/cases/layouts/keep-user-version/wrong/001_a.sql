-- Make a.
--
-- Revision ID: 001
-- Revises: 
-- User version: 0

-- migrate:up
CREATE TABLE a (x);
-- migrate:down irreversible
