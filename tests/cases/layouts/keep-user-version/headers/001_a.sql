-- Make a.
--
-- Revision ID: 001
-- Revises: 
-- User version: 7

-- migrate:up
CREATE TABLE a (x);
-- migrate:down irreversible
