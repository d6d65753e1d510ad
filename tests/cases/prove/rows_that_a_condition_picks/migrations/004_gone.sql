-- Nodes go and leave what is below them.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DELETE FROM node WHERE gone = 1;

-- migrate:down irreversible
